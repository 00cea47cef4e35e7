/**
 * Key and certificate of the replica, for loopback only. The test browsers are told to accept it; nothing else
 * trusts it, and it protects nothing.
 */
export const TLS = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgEoB79o6dx4ziWNOk
XHcQ+3P4XgFBG/Ltbtrbyge2nIihRANCAATk5aUFbSDolH6Q9XcJ/WoGV1prbylB
CMJzOmDtFsvs758LP0bCTcwMbGdmrw4Y7DzZeR5ndFWcVxKupvHgXwwo
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBtjCCAVugAwIBAgIUGGKWfq19GqD9kkecMs3ZgjuQ5UUwCgYIKoZIzj0EAwIw
EjEQMA4GA1UEAwwHcmVwbGljYTAgFw0yNjExMjMxMjU3MjhaGA8yMTI2MTAzMDEy
NTcyOFowEjEQMA4GA1UEAwwHcmVwbGljYTBZMBMGByqGSM49AgEGCCqGSM49AwEH
A0IABOTlpQVtIOiUfpD1dwn9agZXWmtvKUEIwnM6YO0Wy+zvnws/RsJNzAxsZ2av
DhjsPNl5Hmd0VZxXEq6m8eBfDCijgYwwgYkwHQYDVR0OBBYEFGIaJwSomI7RRQbE
YgfHjGUsF7OAMB8GA1UdIwQYMBaAFGIaJwSomI7RRQbEYgfHjGUsF7OAMA8GA1Ud
EwEB/wQFMAMBAf8wNgYDVR0RBC8wLYIMKi5jYWl4aW4uY29tghEqLmJsb2cuY2Fp
eGluLmNvbYIKY2FpeGluLmNvbTAKBggqhkjOPQQDAgNJADBGAiEAgPnqV/VhDXwP
pF9tjLX0s9ESSN8dDwmSnS7vJf5Vyl8CIQC+dnMFQFkPJOmADtXReK9gLMq9EMjk
e3p5iscnZmgfXA==
-----END CERTIFICATE-----
`,
};

//! Which files hold secrets, by their names: none is ever published.

/// Whole names, in small letters.
const NAMES: [&str; 22] = [
    ".env",
    ".git-credentials",
    ".htpasswd",
    ".netrc",
    ".npmrc",
    ".pgpass",
    ".pypirc",
    "_netrc",
    "application_default_credentials.json",
    "credentials",
    "credentials.csv",
    "credentials.json",
    "credentials.txt",
    "id_dsa",
    "id_ecdsa",
    "id_ed25519",
    "id_rsa",
    "passwords.csv",
    "passwords.txt",
    "secrets.json",
    "secrets.txt",
    "wallet.dat",
];

/// What follows the last full stop, in small letters: keys, and stores of passwords.
const ENDINGS: [&str; 17] = [
    "1pif",
    "1pux",
    "agekey",
    "agilekeychain",
    "env",
    "jks",
    "kdb",
    "kdbx",
    "key",
    "keychain",
    "keystore",
    "ovpn",
    "p12",
    "pem",
    "pfx",
    "pkcs12",
    "ppk",
];

/// Whether a file of this name very likely holds a password or a private key.
pub(crate) fn is_secret(name: &str) -> bool {
    let lower = name.to_lowercase();
    let ending = lower.rsplit_once('.').map_or("", |(_, ending)| ending);
    NAMES.contains(&lower.as_str())
        || ENDINGS.contains(&ending)
        || lower.starts_with(".env.")
        || (lower.starts_with("client_secret") && ending == "json")
}

#[cfg(test)]
mod tests {
    use super::is_secret;

    #[test]
    fn a_secret_is_known_by_its_name() {
        for name in [".env", ".env.local", "prod.ENV", "server.pem", "id_rsa", "team.kdbx"] {
            assert!(is_secret(name), "{name}");
        }
        for name in ["id_rsa.pub", "keys.pdf", "secret.md", "credentials.yaml", "environment.png"] {
            assert!(!is_secret(name), "{name}");
        }
    }
}

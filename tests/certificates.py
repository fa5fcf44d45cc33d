"""Certificates for servers of tests: an issuer of our own, and what it issues for a name."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

_PEM = serialization.Encoding.PEM
_DAYS = timedelta(days=2)


@dataclass(frozen=True)
class Issuer:
    """Who vouches for servers: its key, and the certificate that a client is given."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    def write(self, path: Path) -> Path:
        """Write the certificate that a client verifies with."""
        path.write_bytes(self.certificate.public_bytes(_PEM))
        return path

    def issue(self, name: str, folder: Path) -> None:
        """Write `server.crt` and `server.key` for the machine `name` into a folder."""
        key = ec.generate_private_key(ec.SECP256R1())
        made = _builder(name, key, self.certificate.subject).add_extension(
            x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False
        )
        (folder / "server.crt").write_bytes(made.sign(self.key, hashes.SHA256()).public_bytes(_PEM))
        secret = folder / "server.key"
        secret.touch(0o600)
        plain = serialization.NoEncryption()
        secret.write_bytes(key.private_bytes(_PEM, serialization.PrivateFormat.PKCS8, plain))


def issuer(name: str = "Tests") -> Issuer:
    """Make an issuer that nobody has heard of."""
    key = ec.generate_private_key(ec.SECP256R1())
    own = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = _builder(name, key, own).add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    return Issuer(key, made.sign(key, hashes.SHA256()))


def _builder(name: str, key: ec.EllipticCurvePrivateKey, by: x509.Name) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder().subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])).issuer_name(by)
    builder = builder.public_key(key.public_key()).serial_number(x509.random_serial_number())
    return builder.not_valid_before(now - _DAYS).not_valid_after(now + _DAYS)

package dev.keyline.keys.pem;

import java.security.interfaces.RSAPublicKey;
import org.bouncycastle.util.io.pem.PemObject;

/// A key in any form in which RSA keys are handed around, to be brought into a key directory: what
/// [PemPublicKey] and [PemPrivateKey] read, DER as well as PEM, the key of an X.509 certificate,
/// and OpenSSH's forms. A key directory itself stays strict, because Asterisk shares it.
public sealed interface ForeignKey {
    record Public(RSAPublicKey key) implements ForeignKey {}

    record Private(PemPrivateKey.Usable key) implements ForeignKey {}

    record Locked(PemPrivateKey.Locked key) implements ForeignKey {}

    record Unusable(Fault fault) implements ForeignKey {}

    /// Finds out what a file holds. Never throws, whatever the octets are.
    ///
    /// @param file the whole content of the file
    static ForeignKey read(byte[] file) {
        try {
            return of(object(file));
        } catch (FaultFound e) {
            return new Unusable(e.fault());
        }
    }

    private static PemObject object(byte[] file) throws FaultFound {
        try {
            return Armour.open(file);
        } catch (FaultFound found) {
            return switch (found.fault()) {
                case Fault.Der _ -> Der.labelled(file);
                case Fault.OpenSsh _ -> OpenSshPublic.asPem(file);
                default -> throw found;
            };
        }
    }

    private static ForeignKey of(PemObject object) throws FaultFound {
        return switch (object.getType()) {
            case "PUBLIC KEY", "RSA PUBLIC KEY" -> new Public(PemPublicKey.key(object));
            case "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE" ->
                    new Public(PemPublicKey.key(Der.ofCertificate(object.getContent())));
            case "OPENSSH PRIVATE KEY" -> privateKey(OpenSshPrivate.read(object.getContent()));
            default -> privateKey(PrivateForm.read(object));
        };
    }

    private static ForeignKey privateKey(PemPrivateKey key) {
        return switch (key) {
            case PemPrivateKey.Usable open -> new Private(open);
            case PemPrivateKey.Locked locked -> new Locked(locked);
            case PemPrivateKey.Unusable(var fault) -> new Unusable(fault);
        };
    }
}

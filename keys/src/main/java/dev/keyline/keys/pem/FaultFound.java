package dev.keyline.keys.pem;

/// Carries a [Fault] from where it is seen to [PemPublicKey] or [PemPrivateKey], which turn it into
/// a value. Never leaves this package.
final class FaultFound extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    FaultFound(Fault fault) {
        super(fault.reason(), null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}

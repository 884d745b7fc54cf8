package io.burgee.testsupport;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The flags of the control plane's programs: everything on loopback, nothing that costs time. */
record Programs(
    Path folder, Certificates certificates, int etcdPort, int peerPort, int apiPort, int kwokPort) {

  URI server() {
    return URI.create("https://127.0.0.1:" + apiPort);
  }

  List<String> etcd() {
    var clients = "http://127.0.0.1:" + etcdPort;
    var peers = "http://127.0.0.1:" + peerPort;
    return List.of(
        "--name=n",
        "--data-dir=" + folder.resolve("etcd"),
        "--listen-client-urls=" + clients,
        "--advertise-client-urls=" + clients,
        "--listen-peer-urls=" + peers,
        "--initial-advertise-peer-urls=" + peers,
        "--initial-cluster=n=" + peers,
        "--unsafe-no-fsync",
        "--snapshot-count=10000",
        "--log-level=warn");
  }

  /** With {@code audit}, logs each request's metadata to that file. */
  List<String> apiServer(Path tokens, boolean audit) {
    var flags =
        new ArrayList<>(
            List.of(
                "--bind-address=127.0.0.1",
                "--advertise-address=127.0.0.1",
                // Loopback is refused as an endpoint of the Service "kubernetes".
                "--endpoint-reconciler-type=none",
                "--secure-port=" + apiPort,
                "--etcd-servers=http://127.0.0.1:" + etcdPort,
                "--tls-cert-file=" + certificates.server(),
                "--tls-private-key-file=" + certificates.serverKey(),
                "--client-ca-file=" + certificates.authority(),
                "--token-auth-file=" + tokens,
                "--authorization-mode=RBAC",
                "--service-cluster-ip-range=10.0.0.0/16",
                "--service-account-issuer=https://kubernetes.default.svc",
                "--service-account-key-file=" + certificates.accountsPublicKey(),
                "--service-account-signing-key-file=" + certificates.accountsKey(),
                // Would keep every node tainted: there is no node lifecycle controller.
                "--disable-admission-plugins=TaintNodesByCondition",
                "--max-requests-inflight=2000",
                "--max-mutating-requests-inflight=1000"));
    if (audit) {
      flags.add("--audit-policy-file=" + auditPolicy());
      flags.add("--audit-log-path=" + auditLog());
      flags.add("--audit-log-mode=batch");
      flags.add("--audit-log-maxsize=100000"); // MB: never rotated
    }
    return List.copyOf(flags);
  }

  Path auditLog() {
    return folder.resolve("audit.log");
  }

  Path auditPolicy() {
    return folder.resolve("audit-policy.yaml");
  }

  Path kwokConfig() {
    return folder.resolve("kwok.yaml");
  }

  List<String> controllerManager(Path kubeconfig) {
    return List.of(
        "--kubeconfig=" + kubeconfig,
        "--leader-elect=false",
        "--secure-port=0",
        "--use-service-account-credentials=true",
        "--service-account-private-key-file=" + certificates.accountsKey(),
        "--root-ca-file=" + certificates.authority(),
        "--kube-api-qps=1000",
        "--kube-api-burst=2000",
        "--concurrent-deployment-syncs=20",
        "--concurrent-replicaset-syncs=20",
        "--concurrent-gc-syncs=20",
        "--concurrent-namespace-syncs=20",
        "--concurrent-endpoint-syncs=10",
        "--concurrent-service-endpoint-syncs=10",
        "--horizontal-pod-autoscaler-sync-period=5s",
        // A name that it does not know ends it, so this list follows the Kubernetes version.
        "--controllers=*,-node-ipam-controller,-node-lifecycle-controller,"
            + "-persistentvolume-attach-detach-controller,"
            + "-certificatesigningrequest-signing-controller,"
            + "-certificatesigningrequest-approving-controller,"
            + "-certificatesigningrequest-cleaner-controller");
  }

  List<String> scheduler(Path kubeconfig) {
    return List.of(
        "--kubeconfig=" + kubeconfig,
        "--leader-elect=false",
        "--secure-port=0",
        "--kube-api-qps=1000",
        "--kube-api-burst=2000");
  }

  List<String> kwok(Path kubeconfig) {
    return List.of(
        "--kubeconfig=" + kubeconfig,
        "--config=" + kwokConfig(),
        // It would listen on all addresses otherwise.
        "--server-address=127.0.0.1:" + kwokPort);
  }
}

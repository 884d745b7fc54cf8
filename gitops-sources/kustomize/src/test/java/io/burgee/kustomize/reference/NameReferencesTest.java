package io.burgee.kustomize.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.kustomize.Sample;
import io.burgee.kustomize.fieldspec.FieldSpec;
import io.burgee.kustomize.fieldspec.NameReference;
import io.burgee.kustomize.fieldspec.TransformerConfig;
import io.burgee.kustomize.resource.Gvk;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.Resources;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.ScalarNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameReferencesTest {
  private static final String POD = "kind: Pod, metadata: {name: pod, namespace: a}, spec: ";
  private static final String VOLUME = "{volumes: [{configMap: {name: c}}]}";

  @Test
  void aFormerNameBecomesThePresentOne() {
    var list = list(map("c", "a"), "{apiVersion: v1, " + POD + VOLUME + "}");
    rename(list, 0, "new");
    follow(list);
    assertThat(Sample.text(list)).contains("- configMap:\n      name: new\n");
  }

  @Test
  void whatWasNeverRenamedIsNoCandidate() {
    var list = list(map("c", "a"), "{apiVersion: v1, " + POD + VOLUME + "}");
    follow(list);
    assertThat(Sample.text(list)).contains("name: c\n");
  }

  @Test
  void otherNamespacesAreNotSeen() {
    var list = list(map("c", "b"), "{apiVersion: v1, " + POD + VOLUME + "}");
    rename(list, 0, "new");
    follow(list);
    assertThat(Sample.text(list)).contains("- configMap:\n      name: c\n");
  }

  @Test
  void otherKindsAreNotMeant() {
    var list =
        list(
            map("c", "a").replace("ConfigMap", "Secret"), "{apiVersion: v1, " + POD + VOLUME + "}");
    rename(list, 0, "new");
    follow(list);
    assertThat(Sample.text(list)).contains("- configMap:\n      name: c\n");
  }

  @Test
  void prefixesTellCopiesApart() {
    var list = list(map("x", "a"), map("y", "a"), "{apiVersion: v1, " + POD + VOLUME + "}");
    formerly(list, 0, "c");
    formerly(list, 1, "c");
    list.all().get(0).prefixes().add("x-");
    list.all().get(1).prefixes().add("y-");
    list.all().get(2).prefixes().addAll(List.of("deep-", "y-"));
    follow(list);
    assertThat(Sample.text(list)).contains("- configMap:\n      name: \"y\"\n");
  }

  @Test
  void withoutPrefixesOfItsOwnAReferrerMeansWhatHasNone() {
    var list = list(map("x", "a"), map("y", "a"), "{apiVersion: v1, " + POD + VOLUME + "}");
    formerly(list, 0, "c");
    formerly(list, 1, "c");
    list.all().get(0).suffixes().add("-x");
    follow(list);
    assertThat(Sample.text(list)).contains("- configMap:\n      name: \"y\"\n");
  }

  @Test
  void severalAreAnErrorUnlessTheirNamesAreEqual() {
    var role =
        "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: r}, rules: [{resourceNames: [c, d]}]}";
    var list = list(map("x", "a"), map("y", "b"), role);
    formerly(list, 0, "c");
    formerly(list, 1, "c");
    assertThatThrownBy(() -> follow(list))
        .hasMessage(
            "updating name reference in 'rules/resourceNames' field of"
                + " 'ClusterRole.v1.rbac.authorization.k8s.io/r.[noNs]': considering field"
                + " 'rules/resourceNames' of object"
                + " ClusterRole.v1.rbac.authorization.k8s.io/r.[noNs]: visit traversal on path:"
                + " [resourceNames]: found multiple possible referrals: ConfigMap.v1.[noGrp]/x.a,"
                + " ConfigMap.v1.[noGrp]/y.b");
    var equal = list(map("x", "a"), map("x", "b"), role);
    formerly(equal, 0, "c");
    formerly(equal, 1, "c");
    follow(equal);
    assertThat(Sample.text(equal)).contains("- x\n  - d\n");
  }

  @Test
  void aRoleReferenceSaysWhichKindItMeans() {
    var rbac = "apiVersion: rbac.authorization.k8s.io/v1";
    var list =
        list(
            "{" + rbac + ", kind: Role, metadata: {name: role}}",
            "{" + rbac + ", kind: ClusterRole, metadata: {name: cluster}}",
            "{"
                + rbac
                + ", kind: RoleBinding, metadata: {name: b}, roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: same}}",
            "{"
                + rbac
                + ", kind: RoleBinding, metadata: {name: d}, roleRef: {kind: ClusterRole, name: same}}");
    formerly(list, 0, "same");
    formerly(list, 1, "same");
    follow(list);
    assertThat(Sample.text(list))
        .contains("kind: ClusterRole\n  name: cluster\n", "kind: ClusterRole\n  name: role\n");
  }

  @Test
  void subjectsTakeNameAndNamespaceAcrossNamespaces() {
    var list =
        list(
            "{apiVersion: v1, kind: ServiceAccount, metadata: {name: new, namespace: b}}",
            "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: r, namespace: a}, subjects: [{kind: ServiceAccount, name: sa, namespace: b}, {kind: ServiceAccount, name: sa}, {kind: ServiceAccount, name: sa, namespace: z}]}");
    formerly(list, 0, "sa");
    follow(list);
    assertThat(Sample.text(list))
        .endsWith(
            """
            subjects:
            - kind: ServiceAccount
              name: new
              namespace: b
            - kind: ServiceAccount
              name: new
              namespace: b
            - kind: ServiceAccount
              name: sa
              namespace: z
            """);
  }

  @Test
  void aSubjectMayBeNamedByItsFirstNamespace() {
    var list =
        list(
            "{apiVersion: v1, kind: ServiceAccount, metadata: {name: sa, namespace: b}}",
            "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: r}, subjects: [{kind: ServiceAccount, name: sa, namespace: first}]}");
    list.all().getFirst().formers().add(new Resource.Former("sa", "first", "ServiceAccount"));
    list.renamed();
    follow(list);
    assertThat(Sample.text(list)).endsWith("  name: sa\n  namespace: b\n");
  }

  @Test
  void customPlacesTakeTextsListsAndMaps() {
    var list =
        list(
            map("new", "a"),
            "{apiVersion: x/v1, kind: T, metadata: {name: t, namespace: a}, spec: {s: c, l: [c, d, {name: c}, null], m: {name: c}, n: null}}");
    formerly(list, 0, "c");
    new NameReferences(List.of(reference("spec/s", "spec/l", "spec/m", "spec/n", "spec/none/x")))
        .transform(list);
    assertThat(Sample.text(list))
        .endsWith(
            """
            spec:
              l:
              - new
              - d
              - name: new
                namespace: a
              - null
              m:
                name: new
                namespace: a
              "n": null
              s: new
            """);
  }

  @Test
  void aMapWithoutNameIsAnErrorOfTheTable() {
    var list = list("{apiVersion: x/v1, kind: T, metadata: {name: t}, spec: {m: {}}}");
    assertThatThrownBy(() -> new NameReferences(List.of(reference("spec/m"))).transform(list))
        .hasMessageEndingWith("path config error; no 'name' field in node");
  }

  @Test
  void aListOfListsIsAnErrorOfTheTable() {
    var list = list("{apiVersion: x/v1, kind: T, metadata: {name: t}, spec: {m: [[a]]}}");
    assertThatThrownBy(() -> new NameReferences(List.of(reference("spec/m"))).transform(list))
        .hasMessageEndingWith("is expected to be either a string or a map of string");
  }

  @Test
  void aSubjectsNamespaceIsText() {
    var list =
        list(
            "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: r}, subjects: [{kind: ServiceAccount, name: sa, namespace: null}]}");
    assertThatThrownBy(() -> follow(list))
        .hasMessageContaining("Invalid Input: namespace is blank for resource");
  }

  @Test
  void laterRowsSeeWhatEarlierOnesWrote() {
    var list =
        list(
            map("b", "a"),
            map("c", "a").replace("ConfigMap", "Secret"),
            "{apiVersion: x/v1, kind: T, metadata: {name: t, namespace: a}, spec: {s: first}}");
    formerly(list, 0, "first");
    formerly(list, 1, "b");
    var place = List.of(new FieldSpec(new Gvk("", "", "T"), "spec/s", false));
    new NameReferences(
            List.of(
                new NameReference(new Gvk("", "", "ConfigMap"), place),
                new NameReference(new Gvk("", "", "Secret"), place)))
        .transform(list);
    assertThat(Sample.text(list)).endsWith("  s: c\n");
  }

  private static NameReference reference(String... paths) {
    var kind = new Gvk("", "", "T");
    return new NameReference(
        new Gvk("", "v1", "ConfigMap"),
        List.of(paths).stream().map(path -> new FieldSpec(kind, path, false)).toList());
  }

  private static void follow(Resources list) {
    new NameReferences(TransformerConfig.defaults().nameReferences()).transform(list);
  }

  private static Resources list(String... objects) {
    return Sample.resources(String.join("\n---\n", objects));
  }

  private static String map(String name, String namespace) {
    return "{apiVersion: v1, kind: ConfigMap, metadata: {name: "
        + name
        + ", namespace: "
        + namespace
        + "}}";
  }

  /** Says that a resource had that name before. */
  private static void formerly(Resources list, int index, String name) {
    var resource = list.all().get(index);
    var namespace = resource.id().effectiveNamespace();
    resource.formers().add(new Resource.Former(name, namespace, resource.kind()));
    list.renamed();
  }

  private static void rename(Resources list, int index, String name) {
    var resource = list.all().get(index);
    resource.rememberName();
    if (resource.node().get("metadata") instanceof MappingNode metadata) {
      metadata.put("name", ScalarNode.string(name));
    }
    list.renamed();
  }
}

package io.burgee.testsupport;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the shared control plane when the first test asks for it. */
final class RealClusterExtension implements ExecutionCondition, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(RealClusterExtension.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (RealControlPlane.find() instanceof Availability.Unavailable(var reason)) {
      context
          .getTestClass()
          .ifPresent(
              type ->
                  store(context)
                      .computeIfAbsent(
                          NotTested.class, key -> new NotTested(reason), NotTested.class)
                      .add(type));
      return ConditionEvaluationResult.disabled("no real control plane: " + reason);
    }
    return ConditionEvaluationResult.enabled("a real control plane can be had");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RealControlPlane.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return store(context)
        .computeIfAbsent(SharedPlane.class, key -> new SharedPlane(), SharedPlane.class)
        .get();
  }

  /** Closes what it holds at the end of the run. */
  private static Store store(ExtensionContext context) {
    return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE);
  }

  /** Starts once; if that fails, every test is told why, but none has to wait for it again. */
  private static final class SharedPlane implements AutoCloseable {

    private @Nullable RealControlPlane plane;
    private @Nullable RuntimeException failure;

    synchronized RealControlPlane get() {
      if (failure != null) {
        throw new IllegalStateException("did not start for an earlier test", failure);
      }
      if (plane == null) {
        plane = start();
      }
      return plane;
    }

    private RealControlPlane start() {
      try {
        return RealControlPlane.start(Options.defaults());
      } catch (RuntimeException e) {
        failure = e;
        throw e;
      }
    }

    @Override
    public synchronized void close() {
      if (plane != null) {
        plane.close();
      }
    }
  }
}

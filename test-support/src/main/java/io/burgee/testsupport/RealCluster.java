package io.burgee.testsupport;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a class of tests against a {@link RealControlPlane}, which constructors and methods take as
 * a parameter. All classes of a JVM share one, with {@link Options#defaults}, so each test uses a
 * namespace of its own. Where there is none the class is skipped, and the run says so at its end.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RealClusterExtension.class)
public @interface RealCluster {}

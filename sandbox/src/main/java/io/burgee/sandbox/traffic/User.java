package io.burgee.sandbox.traffic;

/**
 * Who sends a request.
 *
 * @param insider carries whatever headers, cookies and labels an A/B test looks for
 * @param cookies that earlier answers gave, as the {@code Cookie} header has them
 */
record User(boolean insider, String cookies) {}

package io.burgee.helm.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonValidator;
import com.networknt.schema.Keyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.ValidationContext;
import com.networknt.schema.ValidationMessage;
import java.util.Set;

/** A keyword whose every use is counted: schemas that refer to each other multiply. */
record MeteredKeyword(Keyword keyword, Gauge gauge) implements Keyword {
  @Override
  public String getValue() {
    return keyword.getValue();
  }

  @Override
  public JsonValidator newValidator(
      SchemaLocation location,
      JsonNodePath evaluationPath,
      JsonNode schema,
      JsonSchema parent,
      ValidationContext context)
      throws Exception {
    return new Validator(
        keyword.newValidator(location, evaluationPath, schema, parent, context), gauge);
  }

  private record Validator(JsonValidator validator, Gauge gauge) implements JsonValidator {
    @Override
    public Set<ValidationMessage> validate(
        ExecutionContext context, JsonNode node, JsonNode root, JsonNodePath at) {
      if (getKeyword().equals("uniqueItems") && !node.isArray()) {
        return Set.of(); // the validator looks at the values of maps too
      }
      gauge.enter();
      var messages = validator.validate(context, node, root, at);
      gauge.problems(messages.size());
      gauge.leave();
      return messages;
    }

    @Override
    public SchemaLocation getSchemaLocation() {
      return validator.getSchemaLocation();
    }

    @Override
    public JsonNodePath getEvaluationPath() {
      return validator.getEvaluationPath();
    }

    @Override
    public String getKeyword() {
      return validator.getKeyword();
    }
  }
}

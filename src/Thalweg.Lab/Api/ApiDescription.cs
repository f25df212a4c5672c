using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Thalweg.Lab.Api;

/// <summary>What the description of the API needs beyond the types that it is made of.</summary>
static class ApiDescription
{
    /// <summary>The forms that a request's body may have.</summary>
    /// <param name="Types">The forms.</param>
    public sealed record Bodies(params Type[] Types);

    /// <summary>Says what numbers are (the converter that writes NaN as null hides it), and which bodies have two forms.</summary>
    public static void Configure(OpenApiOptions options)
    {
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (IsNumber(context.JsonTypeInfo.Type))
                schema.Type = JsonSchemaType.Number | JsonSchemaType.Null;
            else if (schema.Type?.HasFlag(JsonSchemaType.Array) == true)
                schema.Items = Numbers(context.JsonTypeInfo.Type) ?? schema.Items;
            else if (schema.Type?.HasFlag(JsonSchemaType.Object) == true && context.JsonTypeInfo.Type is { IsGenericType: true, GenericTypeArguments: [_, var value] } && schema.AdditionalProperties is null or OpenApiSchema { Type: null })
                schema.AdditionalProperties = IsNumber(value) ? Number() : Numbers(value) is { } items ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = items } : schema.AdditionalProperties;
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(async (operation, context, cancellation) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Bodies>().FirstOrDefault() is not { } bodies || operation.RequestBody?.Content?.Values.FirstOrDefault() is not { } body)
                return;
            var forms = new List<IOpenApiSchema>();
            foreach (var type in bodies.Types)
                forms.Add(await context.GetOrCreateSchemaAsync(type, null, cancellation).ConfigureAwait(false));
            body.Schema = new OpenApiSchema { OneOf = forms };
        });
    }

    static bool IsNumber(Type type) => type == typeof(double) || type == typeof(double?);

    static OpenApiSchema Number() => new() { Type = JsonSchemaType.Number | JsonSchemaType.Null };

    /// <summary>The items of an array of numbers, or of arrays of numbers; null of another.</summary>
    static OpenApiSchema? Numbers(Type array)
    {
        var item = array.GetElementType() ?? (array is { IsGenericType: true, GenericTypeArguments: [var only] } ? only : null);
        return item is null ? null : IsNumber(item) ? Number() : Numbers(item) is { } inner ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = inner } : null;
    }
}

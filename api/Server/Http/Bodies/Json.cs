using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SecurityTracker.Server.Http;

/// <summary>JSON as the API speaks it: camelCase, enum words, dates as <c>yyyy-MM-dd</c>; strict in what it takes.</summary>
internal static class Json
{
    /// <summary>How small things of ours that travel with a client are read back: cursors. Their texts are as sound as those of a body.</summary>
    public static JsonSerializerOptions OfCursors { get; } = new() { Converters = { new TextConverter() } };

    /// <summary>Sets the options of requests and answers.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        // Answers are application/json with nosniff, never inside HTML: Japanese goes out as itself.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new WordConverter());
        options.Converters.Add(new TextConverter());
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireWhatCannotBeNull, NoNullInLists.Refuse } };
    }

    /// <summary>A property of a record that has neither a default nor a null must be sent; any other may be left out.</summary>
    private static void RequireWhatCannotBeNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AssociatedParameter is { HasDefaultValue: false } parameter)
            {
                property.IsRequired = !parameter.IsNullable && Nullable.GetUnderlyingType(parameter.ParameterType) is null;
            }
        }
    }
}

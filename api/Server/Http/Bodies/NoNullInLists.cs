using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SecurityTracker.Server.Http;

/// <summary>A list holds null, and its type says that it does not.</summary>
/// <param name="name">The list's name in JSON.</param>
internal sealed class NullInListException(string name) : JsonException
{
    /// <summary>The list's name in JSON. The exception's path, which System.Text.Json adds, is of what holds the list.</summary>
    public string Name => name;
}

/// <summary>
/// What <c>RespectNullableAnnotations</c> leaves out: the items of a list and the values of a dictionary. A record that declares
/// <c>IReadOnlyList&lt;Row&gt;</c> never meets <c>[null]</c>.
/// </summary>
internal static class NoNullInLists
{
    /// <summary>A modifier of the contract: looks at a record's lists when it was read.</summary>
    public static void Refuse(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        var nullability = new NullabilityInfoContext();
        var lists = type.Properties
            .Where(p => p.Get is not null && p.AttributeProvider is PropertyInfo property && HoldsNoNull(nullability, property))
            .ToList();
        if (lists.Count == 0)
        {
            return;
        }

        type.OnDeserialized += read =>
        {
            foreach (var list in lists)
            {
                if (list.Get!(read) is IEnumerable items && ValuesOf(items).Cast<object?>().Contains(null))
                {
                    throw new NullInListException(list.Name);
                }
            }
        };
    }

    private static bool HoldsNoNull(NullabilityInfoContext nullability, PropertyInfo property)
    {
        if (property.PropertyType == typeof(string) || !property.PropertyType.IsAssignableTo(typeof(IEnumerable)))
        {
            return false;
        }

        var info = nullability.Create(property);
        var item = info.ElementType ?? info.GenericTypeArguments.LastOrDefault();
        return item is { ReadState: NullabilityState.NotNull } && !item.Type.IsValueType;
    }

    private static IEnumerable ValuesOf(IEnumerable items) => items is IDictionary dictionary ? dictionary.Values : items;
}

using System.Collections;
using System.Reflection;

namespace SecurityTracker.ServerTests.Architecture;

/// <summary>Makes an event with every field filled, for its sample: the same every time.</summary>
internal static class Sample
{
    public static object Of(Type type) => Of(type, "value", depth: 0)!;

    private static object? Of(Type type, string name, int depth) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(string) => $"{name} の例",
        var t when t == typeof(bool) => true,
        var t when t == typeof(int) => 2,
        var t when t == typeof(long) => 3L,
        var t when t == typeof(decimal) => 4m,
        var t when t == typeof(Guid) => new Guid("01920000-0000-7000-8000-000000000001"),
        var t when t == typeof(DateOnly) => new DateOnly(2026, 11, 20),
        var t when t == typeof(DateTimeOffset) => new DateTimeOffset(2026, 11, 20, 3, 0, 0, TimeSpan.Zero),
        var t when t == typeof(byte[]) => new byte[] { 1, 2, 3 },
        { IsEnum: true } t => Enum.GetValues(t).GetValue(Enum.GetValues(t).Length - 1),
        { IsArray: true } t => Filled(t.GetElementType()!, name, depth),
        { IsGenericType: true } t when t.GetGenericArguments() is [var key, var value] && typeof(IEnumerable).IsAssignableFrom(t) => Dictionary(key, value, name, depth),
        { IsGenericType: true } t when t.GetGenericArguments() is [var item] && typeof(IEnumerable).IsAssignableFrom(t) => Filled(item, name, depth),
        var t => Record(t, depth),
    };

    private static Array Filled(Type item, string name, int depth)
    {
        var array = Array.CreateInstance(item, depth > 4 ? 0 : 1);
        if (array.Length == 1)
        {
            array.SetValue(Of(item, name, depth + 1), 0);
        }

        return array;
    }

    private static IDictionary Dictionary(Type key, Type value, string name, int depth)
    {
        var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, value))!;
        dictionary.Add(Of(key, name, depth + 1)!, Of(value, name, depth + 1));
        return dictionary;
    }

    private static object Record(Type type, int depth)
    {
        type.IsAbstract.ShouldBeFalse($"{type} has several shapes: write the sample of its event by hand");
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).MaxBy(c => c.GetParameters().Length);
        return constructor is null
            ? Activator.CreateInstance(type)!
            : constructor.Invoke([.. constructor.GetParameters().Select(p => Of(p.ParameterType, p.Name!, depth + 1))]);
    }
}

using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Karkhana.Core.Measures;

/// <summary>Says in the words of the catalogue what does not fit in the options of a request.</summary>
internal static partial class OptionMismatch
{
    /// <summary>Describes the place where reading stopped: an unknown name, a value of another type, or what is
    /// missing.</summary>
    /// <param name="path">Where it stopped: <c>$.model.terms[0]</c>.</param>
    /// <param name="options">The options that were given.</param>
    /// <param name="type">The options record.</param>
    /// <returns>What was expected and what came, without a full stop.</returns>
    public static string Describe(string? path, JsonElement options, Type type)
    {
        JsonElement? value = options;
        string place = "";
        foreach (Match step in Steps().Matches(path ?? ""))
        {
            string name = step.Groups["name"].Value;
            if (name.Length > 0 && MemberOf(type, name) is not { } member)
            {
                return Known(type) is { Length: > 0 } known
                    ? $"{place}{name} is not known{Inside(place)}; known are {known}"
                    : $"{place}{name} is not known{Inside(place)}; there is nothing to set";
            }

            (type, value) = name.Length > 0
                ? (MemberOf(type, name)!.PropertyType, Child(value, name))
                : (ElementOf(type), Child(value, int.Parse(step.Groups["index"].Value, System.Globalization.CultureInfo.InvariantCulture)));
            place = name.Length == 0 ? $"{place.TrimEnd('.')}{step.Value}." : $"{place}{name}.";
        }

        return Expected(type, value ?? options, place.TrimEnd('.'));
    }

    private static string Expected(Type type, JsonElement value, string place)
    {
        if (value.ValueKind == JsonValueKind.Object && Missing(type, value) is { Length: > 0 } missing)
        {
            return $"{missing} must be given{Inside(place)}; known are {Known(type)}";
        }

        string expected = OptionBinder.TypeName(type);
        string rule = expected switch
        {
            "object" => Known(type) is { Length: > 0 } known ? $"an object with {known}" : "an object",
            _ when expected.Contains('|') => $"one of {expected.Replace("|", ", ", StringComparison.Ordinal)}",
            _ => $"of type {expected}",
        };
        string given = value.ValueKind == JsonValueKind.Undefined ? "missing" : value.GetRawText();
        return $"{(place.Length == 0 ? "options" : place)} must be {rule}; it was {given}";
    }

    private static string Inside(string place) => place.Length == 0 ? "" : $" in {place.TrimEnd('.')}";

    private static string Missing(Type type, JsonElement value) => string.Join(", ", Members(type)
        .Where(member => member.GetCustomAttribute<RequiredMemberAttribute>() is not null && !value.TryGetProperty(NameOf(member), out _))
        .Select(NameOf));

    private static string Known(Type type) => string.Join(", ", Members(type).Select(NameOf));

    private static PropertyInfo? MemberOf(Type type, string name) => Members(type).FirstOrDefault(member => NameOf(member) == name);

    private static IEnumerable<PropertyInfo> Members(Type type)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.Namespace?.StartsWith("System", StringComparison.Ordinal) == true
            ? []
            : plain.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(member => member.CanWrite);
    }

    private static Type ElementOf(Type type) => type.IsArray
        ? type.GetElementType()!
        : type.IsGenericType ? type.GetGenericArguments()[^1] : typeof(object);

    private static JsonElement? Child(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty(name, out JsonElement child) ? child : null;

    private static JsonElement? Child(JsonElement? parent, int index) =>
        parent is { ValueKind: JsonValueKind.Array } given && index < given.GetArrayLength() ? given[index] : null;

    private static string NameOf(PropertyInfo member) => JsonNamingPolicy.SnakeCaseLower.ConvertName(member.Name);

    [GeneratedRegex(@"\.(?<name>[^.\[]+)|\['(?<name>[^']*)'\]|\[(?<index>\d+)\]", RegexOptions.ExplicitCapture)]
    private static partial Regex Steps();
}

using System.Collections;
using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Karkhana.Core.Measures;

/// <summary>Reads options records from JSON and describes them; names are snake_case, enum words kebab-case.</summary>
public static class OptionBinder
{
    /// <summary>Gets the JSON dialect of requests: snake_case names, kebab-case enum words, unknown names
    /// refused.</summary>
    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
    };

    /// <summary>Makes an options record from a JSON object; what is not given keeps its default.</summary>
    /// <typeparam name="TOptions">The options record.</typeparam>
    /// <param name="options">The JSON object, or undefined for all defaults.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentException">A name is unknown, a required one is missing, or a value is
    /// refused.</exception>
    public static TOptions Bind<TOptions>(JsonElement options)
        where TOptions : class
    {
        try
        {
            return options.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
                ? JsonSerializer.Deserialize<TOptions>("{}", Json)!
                : options.Deserialize<TOptions>(Json)!;
        }
        catch (JsonException exception)
        {
            string message = exception.InnerException is ArgumentException inner
                ? inner.Message
                : OptionMismatch.Describe(exception.Path, options, typeof(TOptions));
            throw new ArgumentException($"The options do not fit: {message}", nameof(options), exception);
        }
    }

    /// <summary>Describes the options of a record.</summary>
    /// <param name="options">The record type.</param>
    /// <returns>One description per property, in declaration order; those of a base record come last.</returns>
    public static IReadOnlyList<OptionSpec> Describe(Type options)
    {
        ArgumentNullException.ThrowIfNull(options);
        object sample = RuntimeHelpers.GetUninitializedObject(options);
        ConstructorInfo? constructor = options.GetConstructor(Type.EmptyTypes);
        constructor?.Invoke(sample, null);
        return
        [
            .. options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.CanWrite)
                .Select(property => Describe(property, sample)),
        ];
    }

    private static OptionSpec Describe(PropertyInfo property, object sample)
    {
        bool required = property.GetCustomAttribute<RequiredMemberAttribute>() is not null;
        string? initial = required ? null : JsonSerializer.Serialize(
            property.GetValue(sample), property.PropertyType, Json);
        string meaning = property.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "";
        return new OptionSpec(
            JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name), TypeName(property.PropertyType), initial,
            meaning);
    }

    /// <summary>Gives the words for a type in the catalogue.</summary>
    internal static string TypeName(Type type)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsEnum)
        {
            return string.Join('|', Enum.GetValuesAsUnderlyingType(plain).Cast<object>().Select(
                value => JsonSerializer.SerializeToElement(Enum.ToObject(plain, value), plain, Json).GetString()));
        }

        if (plain == typeof(string))
        {
            return "text";
        }

        if (plain.IsGenericType && typeof(IEnumerable).IsAssignableFrom(plain) && plain.GetGenericArguments().Length == 1)
        {
            return $"list of {TypeName(plain.GetGenericArguments()[0])}";
        }

        return plain switch
        {
            _ when plain == typeof(bool) => "bool",
            _ when plain == typeof(double) => "number",
            _ when plain == typeof(int) || plain == typeof(long) || plain == typeof(ulong) => "integer",
            _ => "object",
        };
    }
}

using System.Text.Json;

namespace Karkhana.Core.Tables;

/// <summary>The words of enums as tables, keys and files write them: snake_case.</summary>
public static class Words
{
    /// <summary>Gives the word of an enum value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The word: <c>no_departure</c>.</returns>
    public static string Of(Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
    }

    /// <summary>Gives the word of an enum value as people read it.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The word: <c>no departure</c>.</returns>
    public static string Spaced(Enum value) => Of(value).Replace('_', ' ');
}

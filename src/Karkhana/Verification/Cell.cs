using System.Globalization;
using System.Text.Json;
using Karkhana.Core.Measures;

namespace Karkhana.Verification;

/// <summary>One value of an output, expected or actual: a number or a text.</summary>
/// <param name="Number">The number; NaN when not defined.</param>
/// <param name="Text">The text, or null when the value is a number.</param>
internal readonly record struct Cell(double Number, string? Text)
{
    /// <summary>Gets the form under which labels are looked up: numbers with nine decimals, texts as they
    /// are.</summary>
    public string Key => Text is null || double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        ? LabelOf(Text is null ? Number : double.Parse(Text, CultureInfo.InvariantCulture))
        : Text;

    public static Cell Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => new Cell(double.NaN, null),
        JsonValueKind.True => new Cell(1, null),
        JsonValueKind.False => new Cell(0, null),
        JsonValueKind.Number => new Cell(value.GetDouble(), null),
        _ => OfText(value.GetString()!),
    };

    public static Cell At(MeasureOutput output, int index) => output.Texts is { } texts
        ? new Cell(double.NaN, texts[index])
        : new Cell(output.Numbers![index], null);

    /// <summary>Says whether this expected value and an actual one agree.</summary>
    /// <param name="actual">The actual value.</param>
    /// <param name="tolerance">The tolerance.</param>
    /// <returns>True when they agree.</returns>
    public bool Agrees(Cell actual, Tolerance tolerance)
    {
        if (Text is not null || actual.Text is not null)
        {
            return string.Equals(Text, actual.Text, StringComparison.Ordinal);
        }

        if (double.IsNaN(Number) || double.IsInfinity(Number) || !double.IsFinite(actual.Number))
        {
            return Number.Equals(actual.Number);
        }

        return Math.Abs(actual.Number - Number) <= tolerance.Around(Number);
    }

    public override string ToString() => Text ?? Number.ToString("R", CultureInfo.InvariantCulture);

    private static Cell OfText(string text) => text switch
    {
        "inf" => new Cell(double.PositiveInfinity, null),
        "-inf" => new Cell(double.NegativeInfinity, null),
        _ => new Cell(double.NaN, text),
    };

    private static string LabelOf(double number) => (number == 0 ? 0 : number).ToString(
        "F9", CultureInfo.InvariantCulture);
}

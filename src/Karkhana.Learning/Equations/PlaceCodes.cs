namespace Karkhana.Learning;

/// <summary>The places of firms as groups that are resampled or left out together.</summary>
internal static class PlaceCodes
{
    /// <summary>Gives the place of each firm; a firm whose place is not known is one of its own.</summary>
    public static string[] Of(LearningSample sample, IReadOnlyList<int> rows) =>
        [.. rows.Select(row => sample.Places[row].Length > 0 ? sample.Places[row] : $"firm {sample.Firms[row]}")];
}

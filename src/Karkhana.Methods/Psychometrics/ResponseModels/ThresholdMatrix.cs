namespace Karkhana.Methods.Psychometrics;

/// <summary>Numbers by item and step as a matrix, NaN where an item has fewer steps.</summary>
internal static class ThresholdMatrix
{
    /// <summary>Gives the step labels 1, 2, ….</summary>
    public static IEnumerable<string> Labels(int steps) =>
        Enumerable.Range(1, steps).Select(step => FormattableString.Invariant($"{step}"));

    /// <summary>Gives the cells, row by row.</summary>
    public static double[] Of(IReadOnlyList<double[]> rows, int steps) =>
        [.. rows.SelectMany(row => Enumerable.Range(0, steps).Select(step => step < row.Length ? row[step] : double.NaN))];
}

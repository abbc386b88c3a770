namespace Karkhana.Core.Measures;

/// <summary>One output of a measure: numbers or texts, as scalar, vector or matrix.</summary>
/// <param name="Name">The name of the catalogue.</param>
/// <param name="Shape">The shape.</param>
/// <param name="Numbers">The numbers, or null when the output holds texts.</param>
/// <param name="Texts">The texts, or null when the output holds numbers.</param>
/// <param name="Rows">The row labels of a matrix, else empty.</param>
/// <param name="Columns">The column labels of a matrix, else empty.</param>
public sealed record MeasureOutput(
    string Name,
    OutputShape Shape,
    IReadOnlyList<double>? Numbers,
    IReadOnlyList<string?>? Texts,
    IReadOnlyList<string> Rows,
    IReadOnlyList<string> Columns);

using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>Coefficients with tests that were chosen by the number of clusters.</summary>
public sealed record ClusterInference
{
    /// <summary>Gets the coefficients.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the covariance.</summary>
    public required CoefficientCovariance Covariance { get; init; }

    /// <summary>Gets the p-values of the wild cluster bootstrap; NaN where there are enough clusters without.</summary>
    public required IReadOnlyList<double> WildPValues { get; init; }

    /// <summary>Gets the number of clusters.</summary>
    public required int Clusters { get; init; }

    /// <summary>Gets the correction that was chosen.</summary>
    public required ClusterCorrection Correction { get; init; }

    /// <summary>Gets what the reader must know: which tests were chosen, and why.</summary>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <summary>Gives one row per term.</summary>
    /// <param name="name">The name of the table.</param>
    /// <returns>The table.</returns>
    public Table ToTable(string name) => Table.Of(
        name,
        [
            .. Coefficients.ToTable(name).Columns,
            Column.Of("wild_p_value", WildPValues, "Wild p", "", "p-value of the wild cluster bootstrap; empty with many clusters."),
        ]);
}

using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A test of a linear model.</summary>
public sealed record ModelTestResult : IMeasureResult
{
    /// <summary>Gets the name of the table.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the test.</summary>
    public required ModelTest Test { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    private bool IsF => !double.IsPositiveInfinity(Test.ErrorDegrees);

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs()
    {
        MeasureOutputs outputs = new MeasureOutputs().Scalar("statistic", Test.Statistic);
        outputs = IsF
            ? outputs.Scalar("df1", Test.Degrees).Scalar("df2", Test.ErrorDegrees)
            : outputs.Scalar("df", Test.Degrees);
        return outputs.Scalar("p_value", Test.PValue);
    }

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        Name,
        Column.Of("statistic", [Test.Statistic], IsF ? "F" : "χ²", "", "Test statistic."),
        Column.Of("df", [Test.Degrees], "df", "", "Degrees of freedom; of the numerator for F."),
        Column.Of("df_residual", [Test.ErrorDegrees], "Residual df", "", "Degrees of freedom of the denominator; infinite for χ²."),
        Column.Of("p_value", [Test.PValue], "p", "", "Probability of a statistic at least as large.", recommended: true));
}

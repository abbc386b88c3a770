using Karkhana.Core.Errors;
using Karkhana.Core.Inference;
using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>A global statistic with its moments under the null and the normal test.</summary>
/// <param name="Estimate">The statistic; NaN when it is not defined.</param>
/// <param name="Expectation">Its expectation under the null.</param>
/// <param name="Variance">Its variance under the null; 0 when every order of the values gives the same statistic.</param>
/// <param name="Z">The standard score, positive for positive autocorrelation; NaN without variance.</param>
/// <param name="PValue">The p-value of the normal approximation.</param>
/// <param name="Notes">Islands, and why a number is not defined.</param>
/// <param name="Provenance">What made it.</param>
public sealed record AssociationTestResult(
    double Estimate, double Expectation, double Variance, double Z, double PValue, IReadOnlyList<Note> Notes, Provenance Provenance)
    : IMeasureResult
{
    /// <summary>Gets the outputs of every measure with this result.</summary>
    internal static IReadOnlyList<OutputSpec> Outputs { get; } =
    [
        new("estimate", OutputShape.Scalar, "the statistic"),
        new("expectation", OutputShape.Scalar, "its expectation under the null"),
        new("variance", OutputShape.Scalar, "its variance under the null"),
        new("z", OutputShape.Scalar, "standard score"),
        new("p_value", OutputShape.Scalar, "of the normal approximation, from 0 to 1"),
    ];

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("estimate", Estimate).Scalar("expectation", Expectation).Scalar("variance", Variance)
        .Scalar("z", Z).Scalar("p_value", PValue);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        Provenance.Method[(Provenance.Method.IndexOf('.') + 1)..].Replace('-', '_'),
        Column.Of("estimate", [Estimate], "Estimate", "", "The statistic.", recommended: true),
        Column.Of("expectation", [Expectation], "Expectation", "", "Expectation under the null."),
        Column.Of("variance", [Variance], "Variance", "", "Variance under the null."),
        Column.Of("z", [Z], "z", "", "Standard score; positive for positive autocorrelation."),
        Column.Of("p_value", [PValue], "p", "", "p-value of the normal approximation."));

    /// <summary>Makes the result; the sign says whether high values of the statistic mean positive
    /// autocorrelation.</summary>
    internal static AssociationTestResult Of(
        double estimate, GlobalMoments moments, Alternative alternative, IReadOnlyList<Note> notes, Provenance provenance, int sign = 1)
    {
        double z = moments.Variance > 0 ? sign * (estimate - moments.Expectation) / Math.Sqrt(moments.Variance) : double.NaN;
        bool noTest = double.IsNaN(z) && notes.All(note => note.Code is "islands");
        return new AssociationTestResult(
            estimate, moments.Expectation, moments.Variance, z, NormalTail.PValue(z, alternative),
            noTest ? [.. notes, new Note("no-variance", Severity.Warning, "The null gives no variance (too few units, or every order of the values gives the same statistic), so there is no test.")] : notes,
            provenance);
    }
}

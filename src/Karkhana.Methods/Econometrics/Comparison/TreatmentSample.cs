using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Units of which some were treated: in a cluster, in a programme.</summary>
/// <param name="Covariates">The columns that treated and untreated units are made alike in; one grouping for errors by cluster.</param>
/// <param name="Treatment">1 for treated, 0 for untreated; NaN is missing.</param>
public sealed record TreatmentSample(RegressionSample Covariates, IReadOnlyList<double> Treatment)
{
    internal const string Roles = RegressionSample.Roles + ", treatment (0/1)";

    /// <summary>Gets the outcome; null where only the treatment is modelled.</summary>
    public IReadOnlyList<double>? Outcome { get; init; }

    /// <summary>Reads the input <c>sample</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The sample.</returns>
    public static TreatmentSample Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable sample = request.Table("sample");
        return new TreatmentSample(RegressionSample.Read(request), sample.Numbers("treatment"))
        {
            Outcome = sample.OptionalNumbers("outcome"),
        };
    }
}

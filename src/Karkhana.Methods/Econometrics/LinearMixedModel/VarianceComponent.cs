namespace Karkhana.Methods.Econometrics;

/// <summary>A variance of a mixed model, or the covariance of two terms of one grouping.</summary>
/// <param name="Group">The grouping; <c>residual</c> for what groups leave.</param>
/// <param name="Term">The term; empty for the residual.</param>
/// <param name="OtherTerm">The other term of a covariance, else empty.</param>
/// <param name="Variance">The variance or covariance.</param>
/// <param name="Deviation">The standard deviation, or the correlation of the two terms.</param>
/// <param name="ConfidenceLow">The lower limit of a variance; NaN for covariances and at the boundary.</param>
/// <param name="ConfidenceHigh">The upper limit; NaN likewise.</param>
public sealed record VarianceComponent(
    string Group, string Term, string OtherTerm, double Variance, double Deviation, double ConfidenceLow, double ConfidenceHigh)
{
    internal const string Residual = "residual";

    /// <summary>Gets the name of the catalogue: <c>group:term</c>, <c>group:term,term</c> or <c>residual</c>.</summary>
    public string Name => Term.Length == 0 ? Group : OtherTerm.Length == 0 ? $"{Group}:{Term}" : $"{Group}:{Term},{OtherTerm}";
}

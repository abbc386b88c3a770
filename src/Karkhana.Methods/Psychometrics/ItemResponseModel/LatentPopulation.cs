namespace Karkhana.Methods.Psychometrics;

/// <summary>The distribution of the latent variable: N(mean of the group + Σ coefficient·(covariate − centre), variance of the
/// group).</summary>
/// <param name="Groups">The group names, the reference first; one empty name when there are no groups.</param>
/// <param name="Means">The latent mean of each group at the centre of the covariates.</param>
/// <param name="Variances">The latent variance of each group, given the covariates.</param>
/// <param name="Covariates">The names of the covariates.</param>
/// <param name="Centres">The weighted mean of each covariate, where it adds nothing.</param>
/// <param name="Coefficients">The change of the latent mean per unit of each covariate.</param>
/// <param name="RespondentMeans">The latent mean of each respondent of the sample before any answer; NaN when not used.</param>
/// <param name="RespondentVariances">The latent variance of each respondent before any answer; NaN when not used.</param>
public sealed record LatentPopulation(
    IReadOnlyList<string> Groups,
    IReadOnlyList<double> Means,
    IReadOnlyList<double> Variances,
    IReadOnlyList<string> Covariates,
    IReadOnlyList<double> Centres,
    IReadOnlyList<double> Coefficients,
    IReadOnlyList<double> RespondentMeans,
    IReadOnlyList<double> RespondentVariances);

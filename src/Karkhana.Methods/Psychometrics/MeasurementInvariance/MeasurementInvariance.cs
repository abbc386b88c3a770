using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Whether items measure the same in several groups.</summary>
public static class MeasurementInvariance
{
    internal const string Source =
        "Meredith 1993, doi:10.1007/BF02294825; Cheung & Rensvold 2002, doi:10.1207/S15328007SEM0902_5; Chen 2007, doi:10.1080/10705510701301834";

    private const double PoorFit = 0.9;

    /// <summary>Fits the measurement model with more and more held equal.</summary>
    /// <remarks>
    /// Per group g: Σ = ΛΦΛ′ + Θ, μ = ν + Λκ, every item on one construct. Configural: nothing equal; metric: Λ; scalar: Λ
    /// and ν, factor means free after the first group; strict: Θ too. Factor variances are 1 in the first group, and in the
    /// others until loadings are equal. Maximum likelihood: statistic = Σ n_g F_g with F_g = ln|Σ| − ln|S| + tr(SΣ⁻¹) − p +
    /// (x̄ − μ)′Σ⁻¹(x̄ − μ), S of divisor n_g. Each level is compared with the one before it: χ² difference, and changes of
    /// CFI, RMSEA and SRMR; it is held to when the CFI does not fall by more than 0.01. Attained is the last level up to
    /// which all are. Respondents with a missing answer are left out. Assumes normal items, independent respondents; the
    /// first group is that of the first row.
    /// Cost: n·p², then per level ten to fifty steps of G·t²·p for t parameters.
    /// Source: Meredith 1993, doi:10.1007/BF02294825; Cheung and Rensvold 2002, doi:10.1207/S15328007SEM0902_5; Chen 2007,
    /// doi:10.1080/10705510701301834. Agrees with: lavaan cfa(group.equal, likelihood = "normal"), relative 1e-6.
    /// </remarks>
    /// <param name="input">Answers and groups.</param>
    /// <param name="options">Constructs, levels and rule.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between steps.</param>
    /// <returns>Fit by level, the differences, and the level attained.</returns>
    /// <exception cref="ArgumentException">Fewer than two groups, a group with too few respondents or an item that does not
    /// vary in it, or items and constructs that do not fit.</exception>
    public static MeasurementInvarianceResult Estimate(
        GroupedResponses input,
        MeasurementInvarianceOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        GroupedSamples samples = GroupedSamples.Of(input, options.LeastRespondents);
        string[] groups = samples.Groups;
        ConstructItems constructs = ConstructItems.Of(options.Constructs, input.Responses.Items, nameof(options.Constructs));
        MeasurementModel.Of(constructs, groups.Length, InvarianceLevel.Configural).RequireIdentified(nameof(options.Constructs));
        MeasurementModelFit[] fits = [.. Enumerable.Range(0, (int)options.HighestLevel + 1).Select(level => MeasurementModelFit.Of(
            MeasurementModel.Of(constructs, groups.Length, (InvarianceLevel)level), samples.Moments, cancellationToken))];
        InvarianceStep[] steps = [.. fits.Select((fit, level) => new InvarianceStep(
            (InvarianceLevel)level, fit.Indices(), level == 0 ? null : fits[level - 1].Indices(),
            fit.Converged && (level == 0 || fits[level - 1].Converged), options.CfiFall))];
        (double[,] means, double[,] errors) = FactorMeans(fits, groups.Length, constructs.Constructs.Count);
        return new MeasurementInvarianceResult(steps)
        {
            Groups = groups,
            Respondents = [.. samples.Moments.Select(group => group.Respondents)],
            Constructs = constructs.Constructs,
            FactorMeans = means,
            FactorMeanErrors = errors,
            Notes =
            [
                .. ResponseNotes.Incomplete(input.Responses, input.Responses.Complete()),
                .. fits.SelectMany((fit, level) => MeasurementModelNotes.Of(
                    fit, input.Responses.Items, $" of the {((InvarianceLevel)level).ToString().ToLowerInvariant()} model")),
                .. PoorConfiguralFit(steps[0]),
            ],
            Provenance = new Provenance(
                "psychometrics.measurement-invariance",
                FormattableString.Invariant(
                    $"constructs = {constructs.Text(input.Responses.Items)}, highest_level = {options.HighestLevel}, cfi_fall = {options.CfiFall}, least_respondents = {options.LeastRespondents}"),
                Source),
        };
    }

    /// <summary>Gives the factor means of the scalar model, in standard deviations of the first group; NaN when it was not
    /// fitted.</summary>
    private static (double[,] Means, double[,] Errors) FactorMeans(MeasurementModelFit[] fits, int groups, int constructs)
    {
        Matrix<double> means = Matrix<double>.Build.Dense(groups, constructs, double.NaN);
        Matrix<double> errors = Matrix<double>.Build.Dense(groups, constructs, double.NaN);
        if (fits.Length > (int)InvarianceLevel.Scalar)
        {
            MeasurementModelFit fit = fits[(int)InvarianceLevel.Scalar];
            for (int group = 0; group < groups; group++)
            {
                ModelMatrices matrices = fit.Model.At(fit.Parameters, group);
                for (int construct = 0; construct < constructs; construct++)
                {
                    double sign = Sums.Sum(matrices.Loadings.Column(construct).ToArray()) < 0 ? -1 : 1;
                    means[group, construct] = group == 0 ? 0 : sign * matrices.FactorMeans[construct];
                    errors[group, construct] = group == 0
                        ? double.NaN
                        : fit.StandardError(fit.Model.FactorMean(group, construct));
                }
            }
        }

        return (means.ToArray(), errors.ToArray());
    }

    private static IEnumerable<Note> PoorConfiguralFit(InvarianceStep configural)
    {
        if (configural.Fit.Cfi < PoorFit)
        {
            yield return new Note("poor-configural-fit", Severity.Warning, FormattableString.Invariant(
                $"The CFI of the configural model is {configural.Fit.Cfi:0.000}: the constructs do not describe the groups well to begin with, so that the steps after it say little."));
        }
    }
}

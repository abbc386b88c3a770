using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Benchmarks.Psychometrics;

/// <summary>A model with known parameters and a number of respondents.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Model">The item model.</param>
/// <param name="Respondents">The number of respondents.</param>
/// <param name="Items">The true item parameters.</param>
/// <param name="Coefficients">The true coefficients of the latent regression: the first covariate is normal, the others are
/// 0 or 1.</param>
public sealed record RecoveryDesign(
    string Name, ItemModel Model, int Respondents, ItemParameters Items, IReadOnlyList<double> Coefficients)
{
    private bool UnitSlopes => Model is ItemModel.Rasch or ItemModel.PartialCredit;

    /// <summary>Gives the designs of the study.</summary>
    /// <returns>The designs.</returns>
    public static IReadOnlyList<RecoveryDesign> All() =>
    [
        new("graded", ItemModel.Graded, 300, SimulatedAnswers.Items(12, 3), []),
        new("graded", ItemModel.Graded, 1000, SimulatedAnswers.Items(12, 3), []),
        new("two-parameter", ItemModel.TwoParameter, 1000, SimulatedAnswers.Items(12, 1), []),
        new("partial-credit", ItemModel.PartialCredit, 300, SimulatedAnswers.Items(12, 3, unitSlopes: true), []),
        new("graded, latent regression", ItemModel.Graded, 300, SimulatedAnswers.Items(12, 3), [0.5, 0.3]),
    ];

    /// <summary>Gives the true values in the order of the terms of a fit.</summary>
    /// <returns>The values.</returns>
    public double[] Truth() =>
    [
        .. Enumerable.Range(0, Items.Count).SelectMany(item =>
            UnitSlopes ? Items.Thresholds[item] : [Items.Slopes[item], .. Items.Thresholds[item]]),
        .. Coefficients,
        .. UnitSlopes ? [1.0] : Array.Empty<double>(),
    ];

    /// <summary>Draws a sample.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="replicate">The replicate.</param>
    /// <returns>The sample.</returns>
    public ItemResponseSample Draw(ulong seed, int replicate)
    {
        RandomStream stream = new(seed, RandomPurpose.SyntheticAnswers, replicate);
        double[][] covariates = [.. Coefficients.Select((_, at) => Centred([.. Enumerable.Range(0, Respondents)
            .Select(_ => at == 0 ? stream.NextGaussian() : stream.NextBool(0.5) ? 1 : 0)]))];
        double[] theta = SimulatedAnswers.Latent(Respondents, stream);
        for (int row = 0; row < theta.Length; row++)
        {
            for (int at = 0; at < covariates.Length; at++)
            {
                theta[row] += Coefficients[at] * covariates[at][row];
            }
        }

        return new ItemResponseSample(SimulatedAnswers.Draw(Model, Items, theta, stream))
        {
            CovariateNames = [.. Coefficients.Select((_, at) => FormattableString.Invariant($"x{at + 1}"))],
            Covariates = covariates,
        };
    }

    // The fit puts θ = 0 at the mean of the covariates; so do the true thresholds.
    private static double[] Centred(double[] values)
    {
        double mean = Sums.Mean(values);
        return [.. values.Select(value => value - mean)];
    }
}

using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Reliability of a sum score from a one-factor model.</summary>
public static class McDonaldOmega
{
    internal const string Source =
        "McDonald 1999, Test Theory; Jöreskog 1971, doi:10.1007/BF02291393; Fornell & Larcker 1981, doi:10.1177/002224378101800104; "
        + "Kelley & Pornprasertmanit 2016, doi:10.1037/a0040086";

    /// <summary>Estimates omega.</summary>
    /// <remarks>
    /// One factor of variance 1 with loadings l and residual variances t: ω = (Σl)²/((Σl)² + Σt); observed: (Σl)²/ΣS with S
    /// the analysed matrix; average variance extracted and composite reliability as <see cref="CompositeReliability"/>.
    /// Ml: normal-theory likelihood of the covariances (divisor N), statistic N·F with p(p − 3)/2 degrees of freedom;
    /// minres: least squares of the off-diagonal correlations. Residual variances stay at or above 0.005 of the variance
    /// (noted when one gets there). Interval: percentiles of ω after respondents are drawn again with replacement; samples
    /// in which an item does not vary, or on which the estimate is not defined, are left out and counted. Respondents with
    /// a missing answer are left out. Polychoric correlations give the omega of the sum of the normal variables behind the
    /// answers, not of the sum of the answers. Assumes one factor, uncorrelated residuals, items keyed alike.
    /// Cost: n·p² and about ten eigenvalue decompositions (p³), for the estimate and for each replicate. Same bits for any
    /// number of workers.
    /// Source: McDonald 1999, Test Theory, chapter 6; Jöreskog 1971, doi:10.1007/BF02291393; Fornell and Larcker 1981,
    /// doi:10.1177/002224378101800104; Kelley and Pornprasertmanit 2016, doi:10.1037/a0040086 (bootstrap intervals).
    /// Agrees with: lavaan cfa(std.lv, likelihood = "normal") and psych fa(fm = "minres"), relative 1e-5.
    /// </remarks>
    /// <param name="responses">Answers to at least three items.</param>
    /// <param name="options">Estimator and bootstrap.</param>
    /// <param name="execution">Workers and progress of the bootstrap.</param>
    /// <param name="cancellationToken">Looked at between starts and replicates.</param>
    /// <returns>Omega, its variants and the model.</returns>
    /// <exception cref="ArgumentException">Fewer than three items, an item does not vary, or too few respondents.</exception>
    public static McDonaldOmegaResult Estimate(
        ItemResponses responses, McDonaldOmegaOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        options ??= new McDonaldOmegaOptions();
        FactorSample sample = FactorSample.Of(responses, leastItems: 3);
        bool latent = options.Correlation == ItemCorrelation.Polychoric;
        Require.That(
            !latent || options.Replicates == 0, "replicates",
            FormattableString.Invariant($"must be 0 with correlation = polychoric, which have no bootstrap; it was {options.Replicates}"));
        bool likelihood = options.Estimator == FactorEstimator.Ml;
        if (latent)
        {
            sample = sample with { Correlations = ItemCorrelations.Of(sample.Complete, options.Correlation, cancellationToken) };
        }

        if (likelihood)
        {
            sample.RequirePositiveDefinite("ml");
        }

        double divisor = (sample.Respondents - 1.0) / sample.Respondents;
        double[] scale = likelihood && !latent
            ? [.. sample.Covariances.Diagonal().Select(variance => Math.Sqrt(variance * divisor))]
            : Ones(sample.Count);
        FactorSolution solution = FactorExtraction.Of(
            sample.Correlations, 1, options.Estimator, Starts.OfOneFactor, cancellationToken);
        OneFactorModel model = OneFactorModel.Of(solution, sample.Correlations, scale);
        McDonaldOmegaResult result = Of(sample.Complete.Items, model, sample.Respondents, options);
        result = result with { Notes = [.. sample.Notes, .. result.Notes] };
        return options.Replicates == 0 ? result : WithInterval(result, sample.Complete, (solution, options), execution, cancellationToken);
    }

    /// <summary>Gives omega, without interval, of a one-factor model of correlations of any kind.</summary>
    internal static McDonaldOmegaResult Of(
        IReadOnlyList<string> items, OneFactorModel model, int respondents, McDonaldOmegaOptions options)
    {
        CongenericReliability reliability = model.Reliability();
        return new McDonaldOmegaResult
        {
            Items = items,
            Omega = reliability.Omega,
            OmegaObserved = model.OmegaObserved(),
            AverageVarianceExtracted = reliability.AverageVarianceExtracted,
            CompositeReliability = reliability.CompositeReliability,
            ConfLow = double.NaN,
            ConfHigh = double.NaN,
            Loadings = model.Loadings,
            ResidualVariances = model.Residuals,
            Statistic = options.Estimator == FactorEstimator.Ml ? respondents * model.Solution.Misfit : double.NaN,
            DegreesOfFreedom = FactorAnalysis.DegreesOfFreedom(items.Count, 1),
            Notes = [.. FactorNotes.Of(model.Solution, items), .. NegativeLoadings(items, model.Loadings)],
            Provenance = new Provenance(
                "psychometrics.mcdonald-omega",
                FormattableString.Invariant(
                    $"estimator = {options.Estimator}, correlation = {options.Correlation}, replicates = {options.Replicates}, confidence = {options.Confidence}"),
                Source,
                options.Seed),
        };
    }

    internal static double[] Ones(int count) => [.. Enumerable.Repeat(1.0, count)];

    private static McDonaldOmegaResult WithInterval(
        McDonaldOmegaResult result,
        ItemResponses complete,
        (FactorSolution Solution, McDonaldOmegaOptions Options) estimate,
        ExecutionOptions? execution,
        CancellationToken cancellationToken)
    {
        (FactorSolution solution, McDonaldOmegaOptions options) = estimate;
        OmegaBootstrap bootstrap = new(RepeatedResponses.Of(complete), solution, options);
        double[] omegas = ReplicateEngine.Local.Execute(bootstrap, execution, cancellationToken).Values;
        (double low, double high, int used) = OmegaBootstrap.Limits(omegas, options.Confidence);
        Note[] notes = used == omegas.Length
            ? []
            : [new Note("bootstrap-samples-left-out", Severity.Warning, FormattableString.Invariant(
                $"{omegas.Length - used} of {omegas.Length} samples of the bootstrap gave no omega (an item did not vary, or the items were linearly dependent) and were left out of the interval."))];
        return result with { ConfLow = low, ConfHigh = high, Notes = [.. result.Notes, .. notes] };
    }

    private static IEnumerable<Note> NegativeLoadings(IReadOnlyList<string> items, double[] loadings)
    {
        string[] negative = [.. items.Where((_, item) => loadings[item] < 0)];
        if (negative.Length > 0)
        {
            yield return new Note(
                "negative-loading", Severity.Warning,
                $"{string.Join(", ", negative)} load against the other items and take from the sum: recode them first if they are worded the other way round.");
        }
    }
}

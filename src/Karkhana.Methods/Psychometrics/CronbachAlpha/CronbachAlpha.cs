using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Internal consistency of a sum score, with the usual item statistics.</summary>
public static class CronbachAlpha
{
    internal const string Source =
        "Cronbach 1951, doi:10.1007/BF02310555; Guttman 1945, doi:10.1007/BF02288892; Feldt 1965, doi:10.1007/BF02289499; Lord & Novick 1968, Statistical Theories of Mental Test Scores; Zumbo, Gadermann & Zeisser 2007, doi:10.22237/jmasm/1177992180";

    /// <summary>Estimates alpha.</summary>
    /// <remarks>
    /// With S the covariance matrix (n − 1) of k items: α = k/(k − 1)·(1 − tr S/ΣS). Standardised: k r̄/(1 + (k − 1)
    /// r̄) with r̄
    /// the mean correlation. λ₆ = 1 − Σ(1 − smc)/ΣR with smc = 1 − 1/(R⁻¹)_jj. Standard error of measurement: sd of the
    /// sum
    /// score times √(1 − α). Binary items give KR-20. Interval: 1 − (1 − α̂)F with the quantiles F of n − 1 and (n − 1)(k −
    /// 1) degrees of freedom, exact for normal items with equal variances and equal covariances. Respondents with a
    /// missing answer are left out and counted in a note.
    /// With polychoric correlations all but mean and deviation is read from their matrix: alpha is then the standardised
    /// one (ordinal alpha), about the normal variables behind the answers, and interval and error of measurement are NaN.
    /// Cost: n·k² time. Source: Cronbach 1951, doi:10.1007/BF02310555; Guttman 1945, doi:10.1007/BF02288892; Feldt 1965,
    /// doi:10.1007/BF02289499; Lord and Novick 1968; Zumbo, Gadermann and Zeisser 2007,
    /// doi:10.22237/jmasm/1177992180 (polychoric). Agrees with: psych alpha(), relative 1e-9.
    /// </remarks>
    /// <param name="responses">Answers to at least two items by at least two respondents.</param>
    /// <param name="options">Items to reverse, correlation, confidence.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between polychoric correlations.</param>
    /// <returns>Alpha and item statistics; NaN where an item does not vary.</returns>
    /// <exception cref="ArgumentException">Too few items or complete respondents, or a reversed item without scale
    /// ends.</exception>
    public static CronbachAlphaResult Estimate(
        ItemResponses responses, CronbachAlphaOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(responses);
        options ??= new CronbachAlphaOptions();
        Require.That(responses.Items.Count >= 2, nameof(responses), "must hold at least two items");
        ItemResponses complete = Reverse(responses.Complete(), options);
        Require.That(
            complete.Respondents >= 2, nameof(responses), "must hold at least two respondents who answered every item");
        return options.Correlation == ItemCorrelation.Polychoric
            ? Ordinal(responses, complete, options, cancellationToken)
            : Of(responses, complete, ItemCovariance.Of(complete), options);
    }

    /// <summary>Gives alpha of the polychoric correlation matrix; what supposes that the answers themselves are added up is
    /// left out.</summary>
    private static CronbachAlphaResult Ordinal(
        ItemResponses responses, ItemResponses complete, CronbachAlphaOptions options, CancellationToken cancellationToken)
    {
        Matrix<double> correlations = ItemCorrelations.Of(complete, options.Correlation, cancellationToken);
        CronbachAlphaResult result = Of(responses, complete, ItemCovariance.Of(correlations), options);
        return result with
        {
            ConfLow = double.NaN,
            ConfHigh = double.NaN,
            StandardErrorOfMeasurement = double.NaN,
            StandardDeviation = [.. complete.Answers.Select(answers => Math.Sqrt(Sums.Variance(answers)))],
            Notes = [.. result.Notes, .. ResponseNotes.NoVariation(complete), .. ResponseNotes.Ordinal(correlations, "Alpha")],
        };
    }

    private static CronbachAlphaResult Of(
        ItemResponses responses, ItemResponses complete, ItemCovariance covariance, CronbachAlphaOptions options)
    {
        int[] items = [.. Enumerable.Range(0, complete.Items.Count)];
        double alpha = covariance.Alpha();
        (double low, double high) = FeldtInterval(alpha, complete.Respondents, items.Length, options.Confidence);
        return new CronbachAlphaResult
        {
            Items = complete.Items,
            Respondents = complete.Respondents,
            Alpha = alpha,
            ConfLow = low,
            ConfHigh = high,
            StandardisedAlpha = covariance.StandardisedAlpha(),
            GuttmanLambda6 = covariance.GuttmanLambda6(),
            AverageCorrelation = covariance.AverageCorrelation(),
            StandardErrorOfMeasurement = Math.Sqrt(covariance.TotalVariance() * (1 - alpha)),
            ItemTotalCorrelation = [.. items.Select(covariance.ItemTotalCorrelation)],
            ItemRestCorrelation = [.. items.Select(covariance.ItemRestCorrelation)],
            AlphaIfDropped = [.. items.Select(covariance.AlphaWithout)],
            Mean = [.. complete.Answers.Select(answers => Sums.Mean(answers))],
            StandardDeviation = [.. items.Select(item => Math.Sqrt(covariance[item, item]))],
            Notes = ResponseNotes.Incomplete(responses, complete),
            Provenance = new Provenance(
                "psychometrics.cronbach-alpha",
                FormattableString.Invariant(
                    $"reverse_items = [{string.Join(", ", options.ReverseItems)}], correlation = {options.Correlation}, confidence = {options.Confidence}"),
                Source),
        };
    }

    /// <summary>Gives the limits at which (1 − α)/(1 − α̂) is an F quantile with n − 1 and (n − 1)(k − 1) degrees of
    /// freedom; the point itself when every respondent answers alike up to a shift.</summary>
    private static (double Low, double High) FeldtInterval(double alpha, int respondents, int items, double confidence)
    {
        if (!double.IsFinite(alpha))
        {
            return (double.NaN, double.NaN);
        }

        (double respondentsFree, double restFree) = (respondents - 1, (respondents - 1.0) * (items - 1));
        double tail = (1 - confidence) / 2;
        return (
            1 - ((1 - alpha) * DistributionQuantiles.OfFisher(respondentsFree, restFree, 1 - tail)),
            1 - ((1 - alpha) * DistributionQuantiles.OfFisher(respondentsFree, restFree, tail)));
    }

    private static ItemResponses Reverse(ItemResponses responses, CronbachAlphaOptions options)
    {
        string? unknown = options.ReverseItems.FirstOrDefault(item => !responses.Items.Contains(item));
        Require.That(unknown is null, nameof(options.ReverseItems), $"must be items of the input; {unknown} is not");
        Require.That(
            options.ReverseItems.Count == 0 || (options.ScaleMinimum < options.ScaleMaximum),
            nameof(options.ScaleMinimum),
            "and scale_maximum must be given, in this order, when an item is reversed");
        double ends = (options.ScaleMinimum + options.ScaleMaximum) ?? 0;
        return responses with
        {
            Answers = [.. responses.Answers.Select((answers, item) =>
                options.ReverseItems.Contains(responses.Items[item]) ? [.. answers.Select(answer => ends - answer)] : answers)],
        };
    }
}

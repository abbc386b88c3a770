using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Internal consistency of a sum score, with the usual item statistics.</summary>
public static class CronbachAlpha
{
    internal const string Source =
        "Cronbach 1951, doi:10.1007/BF02310555; Guttman 1945, doi:10.1007/BF02288892; Feldt 1965, doi:10.1007/BF02289499; Lord & Novick 1968, Statistical Theories of Mental Test Scores";

    /// <summary>Estimates alpha.</summary>
    /// <remarks>
    /// With S the covariance matrix (n − 1) of k items: α = k/(k − 1)·(1 − tr S/ΣS). Standardised: k r̄/(1 + (k − 1)
    /// r̄) with r̄
    /// the mean correlation. λ₆ = 1 − Σ(1 − smc)/ΣR with smc = 1 − 1/(R⁻¹)_jj. Standard error of measurement: sd of the
    /// sum
    /// score times √(1 − α). Binary items give KR-20. Interval: 1 − (1 − α̂)F with the quantiles F of n − 1 and (n − 1)(k −
    /// 1) degrees of freedom, exact for normal items with equal variances and equal covariances. Respondents with a
    /// missing answer are left out and counted in a note.
    /// Cost: n·k² time. Source: Cronbach 1951, doi:10.1007/BF02310555; Guttman 1945, doi:10.1007/BF02288892; Feldt 1965,
    /// doi:10.1007/BF02289499; Lord and Novick 1968. Agrees with: psych alpha(), relative 1e-9.
    /// </remarks>
    /// <param name="responses">Answers to at least two items by at least two respondents.</param>
    /// <param name="options">Items to reverse, confidence.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
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
        ItemCovariance covariance = ItemCovariance.Of(complete);
        (double low, double high) = FeldtInterval(
            covariance.Alpha(), complete.Respondents, complete.Items.Count, options.Confidence);
        return new CronbachAlphaResult
        {
            Items = responses.Items,
            Respondents = complete.Respondents,
            Alpha = covariance.Alpha(),
            ConfLow = low,
            ConfHigh = high,
            StandardisedAlpha = covariance.StandardisedAlpha(),
            GuttmanLambda6 = covariance.GuttmanLambda6(),
            AverageCorrelation = covariance.AverageCorrelation(),
            StandardErrorOfMeasurement = Math.Sqrt(covariance.TotalVariance() * (1 - covariance.Alpha())),
            ItemTotalCorrelation = [.. Enumerable.Range(0, responses.Items.Count).Select(covariance.ItemTotalCorrelation)],
            ItemRestCorrelation = [.. Enumerable.Range(0, responses.Items.Count).Select(covariance.ItemRestCorrelation)],
            AlphaIfDropped = [.. Enumerable.Range(0, responses.Items.Count).Select(covariance.AlphaWithout)],
            Mean = [.. complete.Answers.Select(answers => Core.Kernels.Sums.Mean(answers))],
            StandardDeviation = [.. Enumerable.Range(0, responses.Items.Count).Select(
                item => Math.Sqrt(covariance[item, item]))],
            Notes = ResponseNotes.Incomplete(responses, complete),
            Provenance = new Provenance(
                "psychometrics.cronbach-alpha",
                FormattableString.Invariant(
                    $"reverse_items = [{string.Join(", ", options.ReverseItems)}], confidence = {options.Confidence}"),
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

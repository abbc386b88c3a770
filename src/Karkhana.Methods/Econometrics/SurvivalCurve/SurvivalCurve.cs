using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>The share of subjects to whom the event has not yet come, when some were not watched to the end.</summary>
public static class SurvivalCurve
{
    internal const string Source =
        "Kaplan & Meier 1958, doi:10.1080/01621459.1958.10501452; Greenwood 1926; Brookmeyer & Crowley 1982, doi:10.2307/2530286; Klein & Moeschberger 2003, Survival Analysis, doi:10.1007/b97377";

    // S is a product of fractions; one half may come out a few units in the last place above it.
    private const double Rounding = 1e-12;

    /// <summary>Estimates the curve of Kaplan and Meier.</summary>
    /// <remarks>
    /// At the distinct times t_j with n_j at risk and d_j events: S(t) = Π_{t_j ≤ t} (1 − d_j/n_j); std_error, of log
    /// S: √ Σ d/(n(n − d)) (Greenwood), infinite once S = 0. Limits, at each time by itself: log S·e^{±z se}; log-log
    /// exp(−exp(log(−log S) ± z se/log S)); plain S ± z S se. They are cut at 0 and 1, and not defined where S = 0 (log)
    /// or S is 0 or 1 (log-log). Median: least time with S ≤ 0.5; its limits: the least times at which the lower and
    /// the upper limit are ≤ 0.5 (Brookmeyer and Crowley); NaN where the curve does not get there. Restricted mean:
    /// ∫₀^τ S, variance Σ_{t_j ≤ τ} (∫_{t_j}^τ S)² d_j/(n_j(n_j − d_j)). With entries, subjects are at risk only after
    /// them, and S is conditional on the first entry. Assumes that the end of watching says nothing about the event.
    /// Cost: n log n. Source: Kaplan and Meier 1958, doi:10.1080/01621459.1958.10501452; Greenwood 1926; Brookmeyer and
    /// Crowley 1982, doi:10.2307/2530286; Klein and Moeschberger 2003, doi:10.1007/b97377, sections 4.2 to 4.5. Agrees
    /// with: survival 3.5 survfit, relative 1e-10, but for a curve that stays at exactly 0.5, where survfit reports the
    /// middle of the plateau as median and we its beginning.
    /// </remarks>
    /// <param name="sample">Times and events.</param>
    /// <param name="options">Limits and restriction.</param>
    /// <param name="execution">Not used: the cost is one sort.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The curve with limits, median and restricted mean.</returns>
    /// <exception cref="ArgumentException">No subject, or a time that is negative or not after the entry.</exception>
    public static SurvivalCurveResult Estimate(
        SurvivalSample sample,
        SurvivalCurveOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        options ??= new SurvivalCurveOptions();
        sample.Check();
        RiskTable risk = RiskTable.Of(sample, [.. Enumerable.Range(0, sample.Times.Count)]);
        (double[] survival, double[] errors) = Curve(risk);
        double z = DistributionQuantiles.TwoSidedNormal(options.Confidence);
        double[] lows = [.. survival.Zip(errors, (s, error) => Limit(s, error, -z, options.Interval))];
        double[] highs = [.. survival.Zip(errors, (s, error) => Limit(s, error, z, options.Interval))];
        double end = options.RestrictedTo ?? risk.Times[^1];
        (double mean, double meanError) = RestrictedMean(risk, survival, end);
        return new SurvivalCurveResult
        {
            Times = risk.Times,
            AtRisk = risk.AtRisk,
            Events = risk.Events,
            Censored = risk.Censored,
            Survival = survival,
            StandardErrors = errors,
            Lows = lows,
            Highs = highs,
            Median = Crossing(risk.Times, survival),
            MedianLow = Crossing(risk.Times, lows),
            MedianHigh = Crossing(risk.Times, highs),
            RestrictedTo = end,
            RestrictedMean = mean,
            RestrictedMeanError = meanError,
            Notes = Notes(sample, risk, survival, end),
            Provenance = new Provenance(
                "econometrics.survival-curve",
                FormattableString.Invariant(
                    $"interval = {options.Interval}, confidence = {options.Confidence}, restricted_to = {end}"),
                Source),
        };
    }

    private static (double[] Survival, double[] Errors) Curve(RiskTable risk)
    {
        double[] survival = new double[risk.Times.Length];
        double[] errors = new double[risk.Times.Length];
        (double running, double variance) = (1, 0);
        for (int t = 0; t < survival.Length; t++)
        {
            if (risk.Events[t] > 0)
            {
                running *= (risk.AtRisk[t] - risk.Events[t]) / (double)risk.AtRisk[t];
                variance += Hazard(risk, t);
            }

            survival[t] = running;
            errors[t] = Math.Sqrt(variance);
        }

        return (survival, errors);
    }

    // Greenwood's term; infinite when all who are at risk have the event.
    private static double Hazard(RiskTable risk, int t) =>
        risk.Events[t] / ((double)risk.AtRisk[t] * (risk.AtRisk[t] - risk.Events[t]));

    private static double Limit(double survival, double error, double z, SurvivalInterval interval) => interval switch
    {
        SurvivalInterval.Log => survival == 0 ? double.NaN : Math.Min(1, survival * Math.Exp(z * error)),
        SurvivalInterval.LogLog => survival is 0 or 1
            ? double.NaN
            : Math.Exp(-Math.Exp(Math.Log(-Math.Log(survival)) + (z * error / Math.Log(survival)))),
        _ => survival == 0 ? double.NaN : Math.Clamp(survival + (z * survival * error), 0, 1),
    };

    private static double Crossing(double[] times, double[] curve)
    {
        int place = Array.FindIndex(curve, value => value <= 0.5 + Rounding);
        return place < 0 ? double.NaN : times[place];
    }

    /// <summary>Gives the area under the curve up to a time, and its error.</summary>
    private static (double Mean, double Error) RestrictedMean(RiskTable risk, double[] survival, double end)
    {
        double area = 0;
        double variance = 0;
        double next = end;
        for (int t = survival.Length - 1; t >= 0; t--)
        {
            if (risk.Times[t] > end)
            {
                continue;
            }

            area += survival[t] * (next - risk.Times[t]);
            next = risk.Times[t];
            variance += area == 0 || risk.Events[t] == 0 ? 0 : area * area * Hazard(risk, t);
        }

        return (area + next, Math.Sqrt(variance));
    }

    private static List<Note> Notes(SurvivalSample sample, RiskTable risk, double[] survival, double end)
    {
        List<Note> notes = [];
        if (!sample.Events.Contains(true))
        {
            notes.Add(new Note("no-events", Severity.Warning, "The event came to nobody while they were watched; the curve stays at 1."));
        }

        if (end > risk.Times[^1] && survival[^1] > 0)
        {
            notes.Add(new Note("beyond-last-time", Severity.Warning, FormattableString.Invariant(
                $"The mean is taken to {end}, but nobody was watched beyond {risk.Times[^1]}; the curve is held at its last value.")));
        }

        int early = Enumerable.Range(0, survival.Length - 1).FirstOrDefault(t => survival[t] == 0, -1);
        if (early >= 0)
        {
            notes.Add(new Note("early-end", Severity.Warning, FormattableString.Invariant(
                $"At time {risk.Times[early]} the event came to all who were at risk, so that the curve is 0 although others are watched later. Start the curve later.")));
        }

        return notes;
    }
}

using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Puts item parameters of a second survey on the scale of the first by the items they share.</summary>
public static class Linking
{
    internal const string Source =
        "Kolen & Brennan 2014, doi:10.1007/978-1-4939-0317-7; Stocking & Lord 1983, doi:10.1177/014662168300700208; Haebara 1980, doi:10.4992/psycholres1954.22.144; Huynh & Meyer 2010, doi:10.7275/ycx6-e864";

    /// <summary>Finds slope and intercept and moves the new parameters.</summary>
    /// <remarks>
    /// θ_base = A θ_new + B; a → a/A, b → A b + B, guessing stays. mean-mean: A = mean a_new/mean a_base; mean-sigma: A = sd
    /// b_base/sd b_new; in both B = mean b_base − A mean b_new, over the thresholds of all anchors. haebara: least Σ_q w_q
    /// Σ_j Σ_c (P_jc − P*_jc)²; stocking-lord: least Σ_q w_q (Σ_j E_j − Σ_j E*_j)² with E the expected score, w the standard
    /// normal density on the base scale (with symmetric also on the new one). In models with slope 1, A = 1. Drift of an
    /// anchor: robust z of its mean threshold's and log slope's difference after linking. Assumes that the anchors that
    /// are not flagged mean the same on both occasions. Cost: nodes × categories of the anchors per step. Source: Kolen and
    /// Brennan 2014, chapter 6; Stocking and Lord 1983, doi:10.1177/014662168300700208; Haebara 1980,
    /// doi:10.4992/psycholres1954.22.144; Huynh and Meyer 2010, doi:10.7275/ycx6-e864. Agrees with: exact recovery of a known
    /// change of scale (own tests).
    /// </remarks>
    /// <param name="forms">Both sets of parameters.</param>
    /// <param name="options">Model, method and anchors.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The constants, the linked parameters and the drift of the anchors.</returns>
    /// <exception cref="ArgumentException">No anchor, one that differs in its number of steps, or parameters that no
    /// probability can be computed from.</exception>
    public static LinkingResult Estimate(
        LinkedForms forms,
        LinkingOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(forms);
        ArgumentNullException.ThrowIfNull(options);
        forms.Base.For(options.Model);
        forms.New.For(options.Model);
        LinkedForms anchors = forms.Anchors(options.Anchors);
        (double slope, double intercept) = options.Method == LinkingMethod.MeanSigma ? MeanSigma(anchors, options.Model) : MeanMean(anchors);
        (double value, bool converged) = (double.NaN, true);
        if (options.Method is LinkingMethod.Haebara or LinkingMethod.StockingLord)
        {
            (slope, intercept, value, converged) = new CurveDistance(anchors, options).Minimise(slope, intercept);
        }

        ItemParameters linked = Moved(forms.New, slope, intercept);
        (double[] thresholds, double[] slopes) = Differences(anchors, slope, intercept);
        return new LinkingResult
        {
            Slope = slope,
            Intercept = intercept,
            Criterion = value,
            Linked = linked,
            Anchors = anchors.Base.Items,
            ThresholdDifference = thresholds,
            SlopeDifference = slopes,
            ThresholdZ = AnchorDrift.RobustZ(thresholds),
            SlopeZ = AnchorDrift.RobustZ(slopes),
            CriticalZ = options.CriticalZ,
            Notes = Notes(converged, anchors.Base.Count),
            Provenance = new Provenance("psychometrics.linking", Text(options), Source),
        };
    }

    private static string Text(LinkingOptions options) => FormattableString.Invariant(
        $"model = {options.Model}, method = {options.Method}, anchors = {(options.Anchors is null ? "all" : string.Join(", ", options.Anchors))}, symmetric = {options.Symmetric}, critical_z = {options.CriticalZ}, nodes = {options.Nodes}, range = {options.Range}");

    private static (double Slope, double Intercept) MeanMean(LinkedForms anchors)
    {
        double slope = Sums.Mean([.. anchors.New.Slopes]) / Sums.Mean([.. anchors.Base.Slopes]);
        Require.That(slope > 0 && double.IsFinite(slope), "anchors", "must have mean slopes of the same sign in both sets");
        return (slope, Sums.Mean(All(anchors.Base)) - (slope * Sums.Mean(All(anchors.New))));
    }

    private static (double Slope, double Intercept) MeanSigma(LinkedForms anchors, ItemModel model)
    {
        (double[] kept, double[] brought) = (All(anchors.Base), All(anchors.New));
        double slope = model.HasUnitSlopes() ? 1 : Math.Sqrt(Sums.Variance(kept) / Sums.Variance(brought));
        Require.That(slope > 0 && double.IsFinite(slope), "anchors", "must have at least two different thresholds in both sets for mean-sigma");
        return (slope, Sums.Mean(kept) - (slope * Sums.Mean(brought)));
    }

    private static double[] All(ItemParameters items) => [.. items.Thresholds.SelectMany(steps => steps)];

    private static ItemParameters Moved(ItemParameters items, double slope, double intercept) => items with
    {
        Slopes = [.. items.Slopes.Select(own => own / slope)],
        Thresholds = [.. items.Thresholds.Select(steps => steps.Select(step => (slope * step) + intercept).ToArray())],
    };

    private static (double[] Thresholds, double[] Slopes) Differences(LinkedForms anchors, double slope, double intercept)
    {
        ItemParameters linked = Moved(anchors.New, slope, intercept);
        return (
            [.. linked.Thresholds.Zip(anchors.Base.Thresholds, (moved, kept) => Sums.Mean(moved) - Sums.Mean(kept))],
            [.. linked.Slopes.Zip(anchors.Base.Slopes, (moved, kept) => Math.Log(moved / kept))]);
    }

    private static Note[] Notes(bool converged, int anchors)
    {
        Note[] few = anchors >= 4
            ? []
            : [new Note("few-anchors", Severity.Warning, FormattableString.Invariant(
                $"There are {anchors} anchors: with fewer than four, drift cannot be told from a change of the scale."))];
        Note[] open = converged
            ? []
            : [new Note("not-converged", Severity.Warning, "The search for the constants did not settle; the best found so far are shown.")];
        return [.. few, .. open];
    }
}

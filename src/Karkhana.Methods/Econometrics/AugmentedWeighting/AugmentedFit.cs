using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Econometrics;

/// <summary>Models of all parts, the units that were kept, and their differences.</summary>
/// <param name="Parts">The part of each unit.</param>
/// <param name="Models">The models.</param>
/// <param name="Kept">The units whose probability of treatment is not extreme.</param>
/// <param name="Contrast">The differences.</param>
internal sealed record AugmentedFit(int[] Parts, CrossFit Models, int[] Kept, AugmentedContrast Contrast)
{
    /// <summary>Deals the parts, fits, trims; null when a part leaves the others without both kinds, or trimming leaves fewer than two of a
    /// kind.</summary>
    public static AugmentedFit? Of(
        TreatmentDesign design, double[] treatment, (int[] Of, int Count) clusters, AugmentedWeightingOptions options, RandomStream stream)
    {
        int folds = Math.Min(options.Folds, clusters.Count);
        int[] foldOf = CrossFolds.Deal(clusters.Of, clusters.Count, treatment, folds, stream);
        if (!CrossFolds.LeaveBothKinds(foldOf, treatment, folds))
        {
            return null;
        }

        CrossFit models = CrossFit.Of(design, treatment, foldOf, folds, options.Ridge);
        int[] kept = [.. Enumerable.Range(0, design.Units).Where(unit =>
            models.Scores[unit] >= options.Trim && models.Scores[unit] <= 1 - options.Trim)];
        int treated = kept.Count(unit => treatment[unit] == 1);
        return treated < 2 || kept.Length - treated < 2
            ? null
            : new AugmentedFit(foldOf, models, kept, AugmentedContrast.Of(design.Outcome, treatment, models, kept));
    }
}

namespace Karkhana.Methods.Econometrics;

/// <summary>Reads indirect and direct effects from the triangular factor of a mediation design.</summary>
internal static class MediationEffects
{
    public static string[] Names(MediationModel model, MediatorArrangement arrangement) => (model.Mediators.Count, arrangement) switch
    {
        (1, _) => ["indirect", "direct", "total"],
        (_, MediatorArrangement.Serial) => ["via_first", "via_second", "serial", "direct", "total_indirect", "total"],
        _ => [.. model.Mediators.Select(mediator => $"via_{mediator}"), "direct", "total_indirect", "total"],
    };

    public static double[] Of(TriangularFactor factor, MediationDesign design, MediatorArrangement arrangement)
    {
        int treatment = design.Treatment;
        int outcome = treatment + design.Mediators + 1;
        double[] last = factor.Coefficients(outcome, outcome, treatment); // direct, b of each mediator
        double total = factor.Coefficients(outcome, treatment + 1, treatment)[0];
        double[] first = [.. Enumerable.Range(1, design.Mediators).Select(
            place => factor.Coefficients(treatment + place, treatment + 1, treatment)[0] * last[place])];
        if (design.Mediators == 1)
        {
            return [first[0], last[0], total];
        }

        if (arrangement == MediatorArrangement.Parallel)
        {
            return [.. first, last[0], total - last[0], total];
        }

        double[] second = factor.Coefficients(treatment + 2, treatment + 2, treatment); // a2, d of the first mediator
        double toFirst = factor.Coefficients(treatment + 1, treatment + 1, treatment)[0];
        return [first[0], second[0] * last[2], toFirst * second[1] * last[2], last[0], total - last[0], total];
    }
}

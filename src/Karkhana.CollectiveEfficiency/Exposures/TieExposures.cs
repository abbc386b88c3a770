using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;

namespace Karkhana.CollectiveEfficiency;

/// <summary>The exposure to agglomeration advantages that ties between firms show.</summary>
public static class TieExposures
{
    /// <summary>Computes the exposures of the firms of a network.</summary>
    /// <remarks>
    /// EE10 informal exchange: the number of firms with which advice is given or received. EE03 division of labour: the
    /// number of
    /// firms that do work for the firm (kind subcontract). Ranked as (rank − ½)/n over the sample. A kind that the ties
    /// do not hold
    /// gives no exposure. Cost: one pass over the ties. Source: framework 1.3 and 2.5.
    /// </remarks>
    /// <param name="ties">The ties.</param>
    /// <param name="sample">Positions of the firms that could have been named.</param>
    /// <returns>The exposures; NaN for firms outside the sample.</returns>
    public static ExposureTable Estimate(TieTable ties, IReadOnlyList<int> sample)
    {
        ArgumentNullException.ThrowIfNull(ties);
        ArgumentNullException.ThrowIfNull(sample);
        List<Exposure> exposures = [];
        AddPartners(exposures, "EE03", ties.OfKind("subcontract"), sample, receivedOnly: true);
        AddPartners(exposures, "EE10", ties.OfKind("advice"), sample, receivedOnly: false);
        return new ExposureTable(ties.FirmIds, exposures);
    }

    private static void AddPartners(
        List<Exposure> exposures, string advantage, TieTable ties, IReadOnlyList<int> sample, bool receivedOnly)
    {
        if (ties.Count == 0)
        {
            return;
        }

        HashSet<int>[] partners = [.. Enumerable.Range(0, ties.FirmIds.Count).Select(_ => new HashSet<int>())];
        for (int tie = 0; tie < ties.Count; tie++)
        {
            partners[ties.To[tie]].Add(ties.From[tie]);
            if (!receivedOnly)
            {
                partners[ties.From[tie]].Add(ties.To[tie]);
            }
        }

        double[] ranked = Ranks.Normalise([.. sample.Select(firm => (double)partners[firm].Count)]);
        double[] values = [.. Enumerable.Repeat(double.NaN, ties.FirmIds.Count)];
        for (int i = 0; i < sample.Count; i++)
        {
            values[sample[i]] = ranked[i];
        }

        exposures.Add(new Exposure(advantage, values, [.. Enumerable.Repeat(double.NaN, values.Length)], "ties"));
    }
}

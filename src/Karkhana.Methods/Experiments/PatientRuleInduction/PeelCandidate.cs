namespace Karkhana.Methods.Experiments;

/// <summary>A slice that may be peeled off a box.</summary>
/// <param name="Input">The input that it concerns.</param>
/// <param name="Rows">The cases in the slice.</param>
/// <param name="Hits">Those of interest among them.</param>
/// <param name="Box">The box that is left.</param>
internal sealed record PeelCandidate(int Input, int[] Rows, int Hits, CaseBox Box)
{
    /// <summary>Gives how good it is to take this slice from a box.</summary>
    public double Value(PeelStep from, PeelObjective objective)
    {
        double density = (double)(from.Hits - Hits) / (from.Mass - Rows.Length);
        return objective == PeelObjective.Density ? density : (density - from.Density) / Rows.Length;
    }
}

namespace Karkhana.Methods.Experiments;

/// <summary>A box of the peeling trajectory.</summary>
/// <param name="Box">The box.</param>
/// <param name="Mass">The cases in it.</param>
/// <param name="Hits">Those of interest among them.</param>
internal sealed record PeelStep(CaseBox Box, int Mass, int Hits)
{
    public double Density => (double)Hits / Mass;
}

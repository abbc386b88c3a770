namespace Karkhana.Simulation;

/// <summary>The frontier within a firm's reach: Φ × what policies multiply it by + what they add.</summary>
internal static class FrontierReach
{
    public static double Of(double frontier, double factor, double shift) => (frontier * factor) + shift;
}

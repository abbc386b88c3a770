namespace Karkhana.Methods.Concentration;

/// <summary>Brings entropies from nats to another base.</summary>
internal static class LogBases
{
    /// <summary>Gives what a natural logarithm is divided by.</summary>
    public static double Divisor(this LogBase logBase) => logBase == LogBase.Two ? Math.Log(2) : 1;

    /// <summary>Gives the unit of an entropy.</summary>
    public static string Unit(this LogBase logBase) => logBase == LogBase.Two ? "bits" : "nats";
}

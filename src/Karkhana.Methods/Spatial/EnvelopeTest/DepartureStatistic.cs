namespace Karkhana.Methods.Spatial;

/// <summary>How the departures of a curve are summed up into one number.</summary>
public enum DepartureStatistic
{
    /// <summary>The integral of the squared departures: the test of Diggle, Cressie, Loosmore and Ford.</summary>
    Dclf,

    /// <summary>The integral of the absolute departures.</summary>
    Integral,

    /// <summary>The maximum absolute departure.</summary>
    Mad,
}

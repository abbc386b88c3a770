namespace Karkhana.Methods.Spatial;

/// <summary>Which curve is tested.</summary>
public enum CurveTestStatistic
{
    /// <summary>Duranton and Overman's K-density.</summary>
    Kd,

    /// <summary>Marcon and Puech's M.</summary>
    MFunction,

    /// <summary>Lang, Marcon and Puech's m.</summary>
    MDensity,
}

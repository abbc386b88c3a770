namespace Karkhana.Methods.Econometrics;

/// <summary>How the weight of an autocovariance falls with its lag.</summary>
public enum SerialKernelKind
{
    /// <summary>1 − l/(lag + 1), up to the last lag; never gives a variance below 0.</summary>
    Bartlett,

    /// <summary>3/z² (sin z/z − cos z), z = 6πl/(5·bandwidth), for all lags; never gives a variance below 0.</summary>
    QuadraticSpectral,
}

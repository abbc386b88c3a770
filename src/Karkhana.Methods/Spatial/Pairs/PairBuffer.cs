namespace Karkhana.Methods.Spatial;

/// <summary>Room for the neighbours of one place; a little longer than needed, so that whole vectors fit.</summary>
internal sealed class PairBuffer(int count)
{
    private const int Spare = 8;

    /// <summary>Gets the squared distances.</summary>
    public double[] Squared { get; } = new double[count + Spare];

    /// <summary>Gets the places of the neighbours.</summary>
    public int[] Places { get; } = new int[count + Spare];

    /// <summary>Gets what the edge weights exceed 1 by.</summary>
    public double[] Excess { get; } = new double[count + Spare];
}

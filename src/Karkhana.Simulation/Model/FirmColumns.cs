namespace Karkhana.Simulation;

/// <summary>The firms of a run, a column per variable (struct of arrays); a slot stays empty after its firm has left.</summary>
internal sealed class FirmColumns
{
    public FirmColumns(int capacity, int functions)
    {
        Functions = functions;
        Agent = new int[capacity];
        X = new double[capacity];
        Y = new double[capacity];
        Place = new int[capacity];
        Clustered = new bool[capacity];
        Stage = new FirmStage[capacity];
        Product = new int[capacity];
        Age = new int[capacity];
        Alive = new bool[capacity];
        AssociationMember = new bool[capacity];
        Education = new double[capacity];
        AbsorptiveCapacity = new double[capacity];
        IncentiveDeviation = new double[capacity];
        Workers = new double[capacity];
        Cash = new double[capacity];
        Margin = new double[capacity];
        LossQuarters = new int[capacity];
        Capability = new double[functions * capacity];
    }

    /// <summary>Gets the number of capability functions F.</summary>
    public int Functions { get; }

    /// <summary>Gets or sets the slots in use, empty ones included.</summary>
    public int Count { get; set; }

    /// <summary>Gets the slots that fit before the columns must grow.</summary>
    public int Capacity => Agent.Length;

    public int[] Agent { get; }

    public double[] X { get; }

    public double[] Y { get; }

    public int[] Place { get; }

    public bool[] Clustered { get; }

    public FirmStage[] Stage { get; }

    public int[] Product { get; }

    public int[] Age { get; }

    public bool[] Alive { get; }

    public bool[] AssociationMember { get; }

    public double[] Education { get; }

    public double[] AbsorptiveCapacity { get; }

    public double[] IncentiveDeviation { get; }

    public double[] Workers { get; }

    public double[] Cash { get; }

    public double[] Margin { get; }

    public int[] LossQuarters { get; }

    /// <summary>Gets K, one function after another: position f × capacity + slot.</summary>
    public double[] Capability { get; }
}

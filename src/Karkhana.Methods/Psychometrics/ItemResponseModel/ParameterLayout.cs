namespace Karkhana.Methods.Psychometrics;

/// <summary>Which parameters are free and where they stand: those of the items first, then those of the population.</summary>
internal sealed class ParameterLayout
{
    private readonly int[][] _instanceOf; // by item, then by group

    private ParameterLayout(
        ItemModel model, ItemInstance[] instances, int[][] instanceOf, List<ParameterKind> kinds, PopulationDesign population)
    {
        Model = model;
        Curve = ItemCurve.Of(model);
        Instances = instances;
        _instanceOf = instanceOf;
        ItemCount = kinds.Count;
        population.Place(kinds);
        Kinds = [.. kinds];
        Population = population;
    }

    /// <summary>Gets the item model.</summary>
    public ItemModel Model { get; }

    /// <summary>Gets the curve of all items.</summary>
    public ItemCurve Curve { get; }

    /// <summary>Gets the items with their parameters, in the order of the items.</summary>
    public ItemInstance[] Instances { get; }

    /// <summary>Gets what each free parameter is.</summary>
    public ParameterKind[] Kinds { get; }

    /// <summary>Gets the distribution of the latent variable.</summary>
    public PopulationDesign Population { get; }

    /// <summary>Gets the number of free parameters.</summary>
    public int Count => Kinds.Length;

    /// <summary>Gets the number of free parameters of items, which come first.</summary>
    public int ItemCount { get; }

    /// <summary>Gets the number of cells: the categories of all instances.</summary>
    public int CellCount => Instances[^1].EndCell;

    /// <summary>Lays the parameters out.</summary>
    /// <param name="options">Model, equal slopes.</param>
    /// <param name="categories">The number of categories of each item.</param>
    /// <param name="free">Whether an item has its own parameters in each group.</param>
    /// <param name="population">The distribution of the latent variable.</param>
    public static ParameterLayout Of(
        ItemResponseModelOptions options, int[] categories, bool[] free, PopulationDesign population)
    {
        ItemCurve curve = ItemCurve.Of(options.Model);
        List<ItemInstance> instances = [];
        List<ParameterKind> kinds = [];
        int[][] instanceOf = new int[categories.Length][];
        int cell = 0;
        for (int item = 0; item < categories.Length; item++)
        {
            instanceOf[item] = new int[population.GroupCount];
            for (int group = 0; group < population.GroupCount; group++)
            {
                if (group == 0 || free[item])
                {
                    int[] indices = Indices(options, curve.ParameterCount(categories[item]), kinds);
                    instances.Add(new ItemInstance(item, free[item] ? group : -1, categories[item], cell, indices));
                    cell += categories[item];
                }

                instanceOf[item][group] = instances.Count - 1;
            }
        }

        return new ParameterLayout(options.Model, [.. instances], instanceOf, kinds, population);
    }

    /// <summary>Gives the place of the instance that members of a group answer.</summary>
    public int InstanceOf(int item, int group) => _instanceOf[item][group];

    /// <summary>Gives the parameters of each instance, fixed ones included.</summary>
    public double[][] Expand(double[] parameters) =>
    [
        .. Instances.Select(instance => instance.Indices.Select(index => index < 0 ? 1 : parameters[index]).ToArray()),
    ];

    // The only parameter that can be fixed is a slope, at 1; the only one that can be shared is a slope too.
    private static int[] Indices(ItemResponseModelOptions options, int count, List<ParameterKind> kinds)
    {
        int[] indices = new int[count];
        int shared = kinds.IndexOf(ParameterKind.Slope);
        for (int k = 0; k < count; k++)
        {
            bool reuse = k == 0 && options.EqualSlopes && shared >= 0;
            indices[k] = k == 0 && options.Model.HasUnitSlopes() ? -1 : reuse ? shared : kinds.Count;
            if (indices[k] == kinds.Count)
            {
                kinds.Add(k == 0 ? ParameterKind.Slope
                    : options.Model == ItemModel.ThreeParameter && k == 2 ? ParameterKind.Guessing : ParameterKind.Intercept);
            }
        }

        return indices;
    }
}

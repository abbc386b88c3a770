namespace Karkhana.Methods.Experiments;

/// <summary>How points of a Latin hypercube are placed.</summary>
public enum LatinHypercubeCriterion
{
    /// <summary>Strata in random order, places within them at random.</summary>
    Random,

    /// <summary>Strata in random order, places in their middle.</summary>
    Centred,

    /// <summary>Of several random designs that with the largest least distance, improved by exchanges.</summary>
    Maximin,
}

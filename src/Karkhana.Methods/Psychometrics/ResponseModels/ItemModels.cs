namespace Karkhana.Methods.Psychometrics;

/// <summary>What the item models have in common and apart.</summary>
internal static class ItemModels
{
    /// <summary>Says whether the model allows an item only two categories.</summary>
    public static bool IsBinary(this ItemModel model) =>
        model is ItemModel.Rasch or ItemModel.TwoParameter or ItemModel.ThreeParameter;

    /// <summary>Says whether the model compares neighbouring categories instead of cumulating them.</summary>
    public static bool IsPartialCredit(this ItemModel model) =>
        model is ItemModel.PartialCredit or ItemModel.GeneralisedPartialCredit;

    /// <summary>Says whether every slope is 1 and the latent variance is estimated.</summary>
    public static bool HasUnitSlopes(this ItemModel model) =>
        model is ItemModel.Rasch or ItemModel.PartialCredit;
}

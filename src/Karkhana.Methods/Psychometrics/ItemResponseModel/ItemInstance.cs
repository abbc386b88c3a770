namespace Karkhana.Methods.Psychometrics;

/// <summary>An item with one set of parameters; an item that differs between groups has one instance in each.</summary>
/// <param name="Item">The item.</param>
/// <param name="Group">The group, or −1 when all share the parameters.</param>
/// <param name="Categories">The number of categories.</param>
/// <param name="FirstCell">The cell of its lowest category among the cells of all instances.</param>
/// <param name="Indices">Where its parameters stand among all; −1 is fixed. First the slope, then the intercepts.</param>
internal sealed record ItemInstance(int Item, int Group, int Categories, int FirstCell, int[] Indices)
{
    /// <summary>Gets the cell after the last.</summary>
    public int EndCell => FirstCell + Categories;
}

using System.Globalization;
using System.Xml;
using Karkhana.Core.Tables;

namespace Karkhana.Data.Results.Networks;

/// <summary>Writes GEXF 1.2: each attribute is declared with its type, missing values are left out.</summary>
/// <remarks>Source: gexf.net, version 1.2draft. Agrees with: networkx, which reads it back.</remarks>
public static class GexfFile
{
    private const string Namespace = "http://www.gexf.net/1.2draft";

    /// <summary>Writes a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="stream">Where to write; it stays open.</param>
    public static void Write(NetworkTables network, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(stream);
        using XmlWriter xml = XmlWriter.Create(stream, AttributeText.Settings);
        xml.WriteStartElement("gexf", Namespace);
        xml.WriteAttributeString("version", "1.2");
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("mode", "static");
        xml.WriteAttributeString("defaultedgetype", "directed");
        Declare(xml, "node", network.NodeAttributes);
        Declare(xml, "edge", network.TieAttributes);
        xml.WriteStartElement("nodes", Namespace);
        IReadOnlyList<string> ids = network.Ids;
        for (int node = 0; node < ids.Count; node++)
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", AttributeText.Visible(ids[node]));
            xml.WriteAttributeString("label", AttributeText.Visible(ids[node]));
            WriteValues(xml, network.NodeAttributes, node);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("edges", Namespace);
        for (int tie = 0; tie < network.Ties.RowCount; tie++)
        {
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("id", tie.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("source", AttributeText.Visible(network.Ties.Texts("from")[tie]!));
            xml.WriteAttributeString("target", AttributeText.Visible(network.Ties.Texts("to")[tie]!));
            WriteValues(xml, network.TieAttributes, tie);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Declare(XmlWriter xml, string what, IEnumerable<Column> attributes)
    {
        xml.WriteStartElement("attributes", Namespace);
        xml.WriteAttributeString("class", what);
        int number = 0;
        foreach (Column attribute in attributes)
        {
            xml.WriteStartElement("attribute", Namespace);
            xml.WriteAttributeString("id", (number++).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("title", attribute.Name);
            xml.WriteAttributeString("type", AttributeText.Type(attribute));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteValues(XmlWriter xml, IEnumerable<Column> attributes, int row)
    {
        xml.WriteStartElement("attvalues", Namespace);
        int number = 0;
        foreach (Column attribute in attributes)
        {
            string key = (number++).ToString(CultureInfo.InvariantCulture);
            if (AttributeText.Value(attribute[row]) is { } value)
            {
                xml.WriteStartElement("attvalue", Namespace);
                xml.WriteAttributeString("for", key);
                xml.WriteAttributeString("value", value);
                xml.WriteEndElement();
            }
        }

        xml.WriteEndElement();
    }
}

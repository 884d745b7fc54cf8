// Answers what kustomize's and Helm's libraries make of YAML texts: one JSON request per line on
// standard input, {"dialect": "KUSTOMIZE" or "HELM", "text": "..."}, one JSON answer per line,
// {"out": "..."} or {"err": "..."}. With "writer": true the text is JSON to be written as YAML;
// with "asWritten" the nodes are written as kustomize writes inner documents.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
	sigs "sigs.k8s.io/yaml"
)

type request struct {
	Dialect   string `json:"dialect"`
	Text      string `json:"text"`
	AsWritten bool   `json:"asWritten"`
}

type answer struct {
	Out string `json:"out,omitempty"`
	Err string `json:"err,omitempty"`
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	encoder := json.NewEncoder(out)
	for {
		line, err := in.ReadBytes('\n')
		if len(line) > 0 {
			var r request
			if json.Unmarshal(line, &r) == nil {
				_ = encoder.Encode(respond(r))
				if in.Buffered() == 0 {
					out.Flush()
				}
			}
		}
		if err != nil {
			return
		}
	}
}

func respond(r request) (a answer) {
	defer func() {
		if p := recover(); p != nil {
			a = answer{Err: fmt.Sprint("panic: ", p)}
		}
	}()
	var text string
	var err error
	if r.Dialect == "HELM" {
		text, err = helm(r.Text)
	} else {
		text, err = kustomize(r.Text, r.AsWritten)
	}
	if err != nil {
		return answer{Err: err.Error()}
	}
	return answer{Out: text}
}

func kustomize(text string, asWritten bool) (string, error) {
	decoder := yaml.NewDecoder(strings.NewReader(text))
	var docs []string
	for {
		node := &yaml.Node{}
		err := decoder.Decode(node)
		if errors.Is(err, io.EOF) {
			return strings.Join(docs, "---\n"), nil
		}
		if err != nil {
			return "", err
		}
		if holdsItself(node, nil) {
			return "", errors.New("yaml: an anchor contains itself")
		}
		doc := yaml.NewRNode(node)
		if err := doc.DeAnchor(); err != nil {
			return "", err
		}
		written, err := write(doc, asWritten)
		if err != nil {
			return "", err
		}
		docs = append(docs, written)
	}
}

func write(doc *yaml.RNode, asWritten bool) (string, error) {
	if asWritten {
		return doc.String()
	}
	// A document that is no mapping is put into one, as only these can be written.
	if doc.YNode().Kind == yaml.ScalarNode {
		wrapped := yaml.NewMapRNode(nil)
		wrapped.YNode().Content = append(wrapped.YNode().Content, yaml.NewStringRNode("v").YNode(), doc.YNode())
		doc = wrapped
	}
	j, err := doc.MarshalJSON()
	if err != nil {
		return "", err
	}
	y, err := sigs.JSONToYAML(j)
	return string(y), err
}

func helm(text string) (string, error) {
	j, err := sigs.YAMLToJSON([]byte(text))
	if err != nil {
		return "", err
	}
	y, err := sigs.JSONToYAML(j)
	return string(y), err
}

// DeAnchor overflows the stack on these.
func holdsItself(node *yaml.Node, above []*yaml.Node) bool {
	for _, a := range above {
		if a == node {
			return true
		}
	}
	above = append(above, node)
	if node.Alias != nil && holdsItself(node.Alias, above) {
		return true
	}
	for _, child := range node.Content {
		if holdsItself(child, above) {
			return true
		}
	}
	return false
}

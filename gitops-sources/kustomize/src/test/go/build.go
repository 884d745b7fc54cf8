package main

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/kustomize/kyaml/filesys"
	"sigs.k8s.io/kustomize/kyaml/openapi"
)

// request is a tree and what to build of it. A folder that exists can be named instead of files.
type request struct {
	ID               string            `json:"id,omitempty"`
	Files            map[string]string `json:"files,omitempty"`
	Base64           map[string]string `json:"base64,omitempty"`
	Links            map[string]string `json:"links,omitempty"`
	Dir              string            `json:"dir"`
	Reorder          string            `json:"reorder,omitempty"`
	LoadRestrictions string            `json:"loadRestrictions,omitempty"`
	ManagedBy        bool              `json:"managedBy,omitempty"`
}

type answer struct {
	ID     string `json:"id,omitempty"`
	OK     bool   `json:"ok"`
	Output string `json:"output,omitempty"`
	Error  string `json:"error,omitempty"`
}

// options are those that the command line makes of the same wishes; without reorder, of no flag.
func (r request) options() (*krusty.Options, error) {
	options := krusty.MakeDefaultOptions()
	switch r.Reorder {
	case "":
		options.Reorder = krusty.ReorderOptionUnspecified
	case "none":
		options.Reorder = krusty.ReorderOptionNone
	case "legacy":
		options.Reorder = krusty.ReorderOptionLegacy
	default:
		return nil, fmt.Errorf("reorder is %q, not none or legacy", r.Reorder)
	}
	switch r.LoadRestrictions {
	case "", "rootOnly":
		options.LoadRestrictions = types.LoadRestrictionsRootOnly
	case "none":
		options.LoadRestrictions = types.LoadRestrictionsNone
	default:
		return nil, fmt.Errorf("loadRestrictions is %q, not rootOnly or none", r.LoadRestrictions)
	}
	options.AddManagedbyLabel = r.ManagedBy
	return options, nil
}

// answer builds the tree in a folder of its own, which errors call <dir>.
func (r request) answer() answer {
	options, err := r.options()
	if err != nil {
		return answer{ID: r.ID, Error: err.Error()}
	}
	if r.mayBringSchema() {
		// The library keeps one schema for the whole process, and adds to it.
		openapi.ResetOpenAPI()
		defer openapi.ResetOpenAPI()
	}
	if filepath.IsAbs(r.Dir) {
		return r.build(options, r.Dir, r.Dir)
	}
	scratch, err := os.MkdirTemp("", "oracle-")
	if err != nil {
		return answer{ID: r.ID, Error: err.Error()}
	}
	defer os.RemoveAll(scratch)
	if err := r.lay(scratch); err != nil {
		return answer{ID: r.ID, Error: "the tree can't be laid: " + err.Error()}
	}
	return r.build(options, scratch, filepath.Join(scratch, r.Dir))
}

func (r request) build(options *krusty.Options, root, dir string) (result answer) {
	result.ID = r.ID
	fail := func(text string) {
		result.OK, result.Output = false, ""
		result.Error = strings.ReplaceAll(text, root, "<dir>")
	}
	defer func() {
		if problem := recover(); problem != nil {
			fail(fmt.Sprint("panic: ", problem))
		}
	}()
	resources, err := krusty.MakeKustomizer(options).Run(filesys.MakeFsOnDisk(), dir)
	if err != nil {
		fail(err.Error())
		return result
	}
	text, err := resources.AsYaml()
	if err != nil {
		fail(err.Error())
		return result
	}
	result.OK, result.Output = true, string(text)
	return result
}

// mayBringSchema is true for all trees with the word in them, for field names in any case are known,
// and for folders, which are not looked at.
func (r request) mayBringSchema() bool {
	for _, text := range r.Files {
		if strings.Contains(strings.ToLower(text), "openapi") {
			return true
		}
	}
	return filepath.IsAbs(r.Dir)
}

func (r request) lay(root string) error {
	for name, text := range r.Files {
		if err := write(root, name, []byte(text)); err != nil {
			return err
		}
	}
	for name, text := range r.Base64 {
		content, err := base64.StdEncoding.DecodeString(strings.TrimSpace(text))
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if err := write(root, name, content); err != nil {
			return err
		}
	}
	for name, target := range r.Links {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.Symlink(target, path); err != nil {
			return err
		}
	}
	return nil
}

func write(root, name string, content []byte) error {
	path := filepath.Join(root, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o644)
}
